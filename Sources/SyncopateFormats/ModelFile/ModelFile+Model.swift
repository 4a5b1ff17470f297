public import Syncopate

extension ModelFile {
    /// The bytes of a model.
    public static func write(_ model: MasteryModel) -> [UInt8] {
        var writer = ByteWriter()
        writer.put(model.provenance)
        writer.put(model.settings)
        writer.put(model.items) { $0.put($1) }
        writer.put(model.skills) { $0.put($1) }
        writer.put(model.skillSets) { writer, set in
            writer.put(set.skills) { $0.put(UInt32(bitPattern: $1)) }
            writer.put(set.weights) { $0.put($1) }
        }
        writer.put(model.structure)
        writer.put(model.itemVariance)
        writer.put(model.terms) { writer, fitted in
            writer.put(fitted.term.name)
            writer.put(fitted.variance)
            writer.put(fitted.table.cells) { $0.put(UInt64(bitPattern: $1)) }
            writer.put(fitted.table.coefficients) { $0.put($1) }
        }
        return wrap(writer.bytes, .model)
    }

    /// Reads a model.
    public static func read(_ bytes: [UInt8]) throws(ModelFileError) -> MasteryModel {
        let contents = try unwrap(bytes, .model)
        do {
            var reader = ByteReader(contents)
            let model = try model(&reader)
            guard reader.isAtEnd else { throw ByteReader.Exhausted() }
            return model
        } catch {
            throw .damaged
        }
    }

    private static func model(_ reader: inout ByteReader) throws -> MasteryModel {
        let provenance = try reader.provenance()
        let settings = try reader.settings()
        let items = try reader.list(size: 4) { try $0.string() }
        let skills = try reader.list(size: 4) { try $0.string() }
        let sets = try reader.list(size: 8) { reader in
            let members = try reader.list(size: 4) { Int32(bitPattern: try $0.uint32()) }
            let weights = try reader.list(size: 8) { try $0.double() }
            guard members.count == weights.count, members.allSatisfy({ $0 >= 0 && Int($0) < skills.count }) else {
                throw ByteReader.Exhausted()
            }
            return ResponseLog.SkillSet(skills: members, weights: weights)
        }
        let structure = try reader.structure(skills: skills.count)
        let itemVariance = try reader.double()
        let terms = try reader.list(size: 16) { reader in
            let name = try reader.string()
            let variance = try reader.double()
            let cells = try reader.list(size: 8) { Int64(bitPattern: try $0.uint64()) }
            let coefficients = try reader.list(size: 4) { try $0.float() }
            guard let term = ContextTerm(name: name), cells.count == coefficients.count else {
                throw ByteReader.Exhausted()
            }
            return MasteryModel.FittedTerm(
                term: term, variance: variance,
                table: ContextTable(
                    rows: term.entity.rows(items: items.count, skills: skills.count, sets: sets.count),
                    cases: term.context.cases(sets: sets.count),
                    entries: zip(cells, coefficients).map { (cell: $0, coefficient: $1) }))
        }
        return MasteryModel(
            items: items, skills: skills, skillSets: sets, settings: settings, structure: structure, terms: terms,
            itemVariance: itemVariance, provenance: provenance)
    }
}

extension ByteWriter {
    mutating func put(_ provenance: MasteryModel.Provenance) {
        put(provenance.learners)
        put(provenance.responses)
        put(provenance.heldOutLearners)
        put(provenance.heldOutResponses)
        put(provenance.heldOutLogLoss)
        put(provenance.heldOutItemMeanLogLoss)
        put(provenance.seed)
        put(provenance.fingerprint)
    }

    mutating func put(_ settings: TracingSettings) {
        put(settings.persistence)
        put(settings.formVariance)
        put(settings.drift)
        put(settings.forgetting)
        put(settings.trials)
        put(settings.factors)
        put(settings.without.map(\.rawValue).sorted()) { $0.put($1) }
    }

    mutating func put(_ structure: SkillStructure) {
        put(structure.factors)
        put(structure.loadings) { $0.put($1) }
        put(structure.specific) { $0.put($1) }
        put(structure.typicalLoadings) { $0.put($1) }
        put(structure.typicalSpecific)
    }
}

extension ByteReader {
    mutating func provenance() throws -> MasteryModel.Provenance {
        var provenance = MasteryModel.Provenance()
        provenance.learners = try int()
        provenance.responses = try int()
        provenance.heldOutLearners = try int()
        provenance.heldOutResponses = try int()
        provenance.heldOutLogLoss = try double()
        provenance.heldOutItemMeanLogLoss = try double()
        provenance.seed = try uint64()
        provenance.fingerprint = try uint64()
        return provenance
    }

    mutating func settings() throws -> TracingSettings {
        var settings = TracingSettings()
        settings.persistence = try double()
        settings.formVariance = try double()
        settings.drift = try double()
        settings.forgetting = try double()
        settings.trials = try double()
        settings.factors = try int()
        settings.without = Set(try list(size: 4) { try $0.string() }.compactMap { TermGroup(rawValue: $0) })
        return settings
    }

    mutating func structure(skills: Int) throws -> SkillStructure {
        let factors = try int()
        guard (1...64).contains(factors) else { throw Exhausted() }
        var structure = SkillStructure(skills: 0, factors: factors)
        structure.loadings = try list(size: 8) { try $0.double() }
        structure.specific = try list(size: 8) { try $0.double() }
        structure.typicalLoadings = try list(size: 8) { try $0.double() }
        structure.typicalSpecific = try double()
        guard structure.specific.count == skills, structure.loadings.count == skills * factors,
            structure.typicalLoadings.count == factors
        else { throw Exhausted() }
        return structure
    }
}
