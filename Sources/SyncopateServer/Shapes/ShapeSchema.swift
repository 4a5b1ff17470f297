internal import JSONText

/// Prints shapes as JSON Schemas (draft 2020-12).
enum ShapeSchema {
    /// An object with its members.
    static func write(_ object: ObjectShape, to json: inout JSONWriter) {
        json.beginObject()
        json.key("type")
        json.string("object")
        json.key("properties")
        json.beginObject()
        for field in object.fields {
            json.key(field.name)
            write(field.shape, summary: field.summary, to: &json)
        }
        json.endObject()
        if !object.required.isEmpty {
            json.key("required")
            json.beginArray()
            for place in object.required { json.string("\(object.fields[place].name)") }
            json.endArray()
        }
        if !object.isOpen {
            json.key("additionalProperties")
            json.boolean(false)
        }
        json.endObject()
    }

    /// One value; members that may be `null` say so by `optional`.
    static func write(_ shape: Shape, summary: String = "", to json: inout JSONWriter) {
        switch shape {
        case .object(let object) where summary.isEmpty, .readLater(let object) where summary.isEmpty:
            return write(object, to: &json)
        default: break
        }
        json.beginObject()
        if !summary.isEmpty {
            json.key("description")
            json.string(summary)
        }
        body(shape, to: &json)
        json.endObject()
    }

    private static func body(_ shape: Shape, to json: inout JSONWriter) {
        switch shape {
        case .text(let lengths):
            type("string", to: &json)
            // A schema counts characters where the limit counts bytes: the looser of both.
            if lengths.lowerBound > 0 {
                json.key("minLength")
                json.integer(lengths.lowerBound > 0 ? 1 : 0)
            }
            json.key("maxLength")
            json.integer(lengths.upperBound)
        case .word(let words):
            json.key("enum")
            json.beginArray()
            for word in words { json.string(word) }
            json.endArray()
        case .number(let bounds):
            type("number", to: &json)
            self.bounds(bounds, to: &json)
        case .integer(let range):
            type("integer", to: &json)
            json.key("minimum")
            json.integer(range.lowerBound)
            json.key("maximum")
            json.integer(range.upperBound)
        case .boolean: type("boolean", to: &json)
        case .time:
            json.key("type")
            json.beginArray()
            json.string("number")
            json.string("string")
            json.endArray()
        case .list(let element, let counts):
            type("array", to: &json)
            json.key("items")
            write(element, to: &json)
            if counts.lowerBound > 0 {
                json.key("minItems")
                json.integer(counts.lowerBound)
            }
            if counts.upperBound < Int.max {
                json.key("maxItems")
                json.integer(counts.upperBound)
            }
        case .object(let object), .readLater(let object):
            json.key("allOf")
            json.beginArray()
            write(object, to: &json)
            json.endArray()
        case .textOrObject(let lengths, let object):
            json.key("anyOf")
            json.beginArray()
            write(.text(lengths), to: &json)
            write(object, to: &json)
            json.endArray()
        case .table(let element):
            type("object", to: &json)
            json.key("additionalProperties")
            write(element, to: &json)
        case .anything: break
        case .optional(let other):
            json.key("anyOf")
            json.beginArray()
            write(other, to: &json)
            json.beginObject()
            type("null", to: &json)
            json.endObject()
            json.endArray()
        }
    }

    private static func type(_ name: String, to json: inout JSONWriter) {
        json.key("type")
        json.string(name)
    }

    private static func bounds(_ bounds: Shape.Bounds, to json: inout JSONWriter) {
        if let low = bounds.low {
            if bounds.isOpenBelow { json.key("exclusiveMinimum") } else { json.key("minimum") }
            json.number(low)
        }
        if let high = bounds.high {
            json.key("maximum")
            json.number(high)
        }
    }
}
