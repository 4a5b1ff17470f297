import ArgumentParser
import Syncopate

/// What the class is like: which modes there are to choose from.
struct SettingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What the class is like: class (own time, with some live time), lecture, mastery-room (one room, everybody "
                + "at their own pace), own-time (never meets), alone (no classmates). [default: class]",
            valueName: "kind"))
    var setting: Setting.Kind?

    @Option(help: ArgumentHelp("Where people meet: room or call. [default: room]", valueName: "place"))
    var meet: Meeting?

    enum Meeting: String, ExpressibleByArgument, CaseIterable {
        case room, call
    }

    var value: Setting { Setting(setting ?? .classroom, place: meet == .call ? .sameCall : .sameRoom) }
}

extension Setting.Kind: ExpressibleByArgument {}
