import Foundation
import Syncopate

/// How well probabilities foretold the answers of a log, in a few words.
enum Accuracy {
    static func note(_ name: String, _ probabilities: [Double], _ log: ResponseLog) throws -> String {
        guard let metrics = Metrics(try PredictionTable(log, probabilities: probabilities), draws: 0) else {
            return name
        }
        return String(format: "AUC %.4f, RMSE %.4f: ", metrics.auc ?? .nan, metrics.rmse) + name
    }
}
