internal import JSONText

/// Every method there is. The decoder, the schemas, OpenRPC, the tools of MCP and the documentation come from here.
enum MethodTable {
    static let all: [any Method.Type] = [
        ObserveMethod.self, StepMethod.self, RecommendMethod.self, ExplainMethod.self, MasteryMethod.self,
        ConveneMethod.self, DescribeMethod.self, DiscoverMethod.self, DefineMethod.self, ExportStateMethod.self,
        ImportStateMethod.self, CheckpointMethod.self, ForgetMethod.self, StatsMethod.self,
    ]

    /// The method a name on the tape is of.
    static func find(_ name: Int, on tape: JSONTape) -> (any Method.Type)? {
        for method in all where tape.isEqual(name, method.name) { return method }
        return nil
    }

    static func find(_ name: String) -> (any Method.Type)? { all.first { "\($0.name)" == name } }

    static var names: [String] { all.map { "\($0.name)" } }

    /// The tools of MCP.
    static func tools(isReadOnly: Bool) -> [any Method.Type] {
        all.filter { $0.isTool && !(isReadOnly && $0.changesState) }
    }
}
