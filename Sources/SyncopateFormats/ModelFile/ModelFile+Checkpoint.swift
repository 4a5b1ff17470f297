public import Syncopate

extension ModelFile {
    /// The bytes of a fit that is not done, to go on with later.
    public static func write(checkpointOf fit: ModelFit) -> [UInt8] {
        let state = fit.state
        var writer = ByteWriter()
        writer.put(state.step)
        writer.put(state.settings)
        writer.put(state.structure)
        writer.put(state.coefficients) { writer, list in writer.put(list) { $0.put($1) } }
        writer.put(state.variances) { $0.put($1) }
        writer.put(state.gains) { $0.put($1) }
        writer.put(state.provenance)
        return wrap(writer.bytes, .checkpoint)
    }

    /// Lets a fit go on from what ``write(checkpointOf:)`` kept.
    ///
    /// - Returns: whether the checkpoint is of this log and these options; the fit is unchanged otherwise.
    public static func resume(_ fit: inout ModelFit, from bytes: [UInt8]) throws(ModelFileError) -> Bool {
        let contents = try unwrap(bytes, .checkpoint)
        let state: FitState
        do {
            var reader = ByteReader(contents)
            let step = try reader.int()
            let settings = try reader.settings()
            let structure = try reader.structure(skills: fit.state.structure.skills)
            var found = FitState(settings: settings, structure: structure)
            found.step = step
            found.coefficients = try reader.list(size: 4) { try $0.list(size: 8) { try $0.double() } }
            found.variances = try reader.list(size: 8) { try $0.double() }
            found.gains = try reader.list(size: 8) { try $0.double() }
            found.provenance = try reader.provenance()
            state = found
        } catch {
            // The checksum held, so these are the bytes of another log.
            return false
        }
        return fit.resume(state)
    }
}
