// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "syncopate-benchmarks",
    products: [
        // Accuracy on small classes of real learners, with bars.
        .executable(name: "small-classes", targets: ["SmallClasses"]),
        // Whether independence foretells work on time, with bars.
        .executable(name: "independence", targets: ["Independence"]),
        // Seats and groups beside the best there are, with bars, and seconds of large ones.
        .executable(name: "convening", targets: ["Convening"]),
        // What choosing modes is worth in weekly worlds, with bars.
        .executable(name: "modes", targets: ["Modes"]),
        // Topics of simulated classes, with bars.
        .executable(name: "topics", targets: ["Topics"]),
        // Live seats within a class from a gradebook alone, with bars.
        .executable(name: "seats", targets: ["Sessions"]),
        // Seconds and memory from a gradebook file to advice.
        .executable(name: "throughput", targets: ["Throughput"]),
        // Megabytes and events a second of reading files, with bars, beside Python.
        .executable(name: "reading", targets: ["Reading"]),
        // Top items for many learners by a fitted model, beside the bare product of matrices and numpy.
        .executable(name: "ranking", targets: ["Ranking"]),
        // The same jobs done by packages in Python and by plain loops, with bars, in one run.
        .executable(name: "rivals", targets: ["Rivals"]),
        // Microseconds per answer and per advice from a catalogue.
        .executable(name: "practice", targets: ["Practice"]),
        // Lines a second, latency and start of `syncopate serve`, with bars, beside rivals.
        .executable(name: "serving", targets: ["Serving"]),
        // Nanoseconds per event taken into a learner's record, and bytes of records.
        .executable(name: "records", targets: ["Records"]),
        // Seconds of the mastery model on logs, beside rivals.
        .executable(name: "tracing", targets: ["Tracing"]),
        // Instructions and allocations of small fixed workloads, with a gate.
        .executable(name: "workloads", targets: ["Workloads"]),
        // Whether columns that measure no skill are found, with bars.
        .executable(name: "audit", targets: ["Audit"]),
        // Whether what is called mastered is, and what is called fruitless is.
        .executable(name: "stopping", targets: ["Stopping"]),
    ],
    dependencies: [
        .package(name: "syncopate", path: "../"),
        // Apache 2.0, by the Swift project. The same as the root package's.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // Logs and requests of an invented course.
        .target(
            name: "InventedCourses",
            dependencies: [
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
            ]
        ),
        .executableTarget(
            name: "Serving",
            dependencies: [
                "InventedCourses",
                .product(name: "JSONText", package: "syncopate"),
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        // Time of the processor, and by the clock.
        .target(name: "Timing"),
        // Tables in Markdown.
        .target(name: "Tables"),
        // Counts of instructions and allocations, and what they are held against. Needs nothing of the engine.
        .target(name: "Counting"),
        .testTarget(name: "CountingTests", dependencies: ["Counting"]),
        .executableTarget(
            name: "Workloads",
            dependencies: [
                "Counting", "InventedCourses", "RankedCourses", "Tables",
                .product(name: "JSONText", package: "syncopate"),
                .product(name: "Matrices", package: "syncopate"),
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateServer", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        // Bars and lines on logarithmic axes, as SVG.
        .target(name: "Charts"),
        // Rivals in Python, each in a process of its own.
        .target(name: "PythonScripts"),
        // A fitted model with items to rank and learners to rank them for, and numpy at the same.
        .target(
            name: "RankedCourses",
            dependencies: [
                "InventedCourses", "PythonScripts", .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
            ]
        ),
        // Reading compressed files of real data.
        .target(name: "RealData"),
        .executableTarget(
            name: "Audit",
            dependencies: [
                "RealData",
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Convening",
            dependencies: [
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Independence",
            dependencies: [
                "RealData",
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "SmallClasses",
            dependencies: [
                "RealData", "Tables",
                .product(name: "Matrices", package: "syncopate"),
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Modes",
            dependencies: [
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Sessions",
            dependencies: [
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Topics",
            dependencies: [
                .product(name: "Matrices", package: "syncopate"),
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Throughput",
            dependencies: [
                .product(name: "Matrices", package: "syncopate"),
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Reading",
            dependencies: [
                "InventedCourses", "Timing",
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Practice",
            dependencies: [
                "InventedCourses", "Timing",
                .product(name: "Matrices", package: "syncopate"),
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Ranking",
            dependencies: [
                "Charts", "PythonScripts", "RankedCourses", "Timing",
                .product(name: "Matrices", package: "syncopate"),
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateBench", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Records",
            dependencies: [
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Rivals",
            dependencies: [
                "Charts", "InventedCourses", "PythonScripts", "RankedCourses", "Timing",
                .product(name: "Matrices", package: "syncopate"),
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Stopping",
            dependencies: [
                .product(name: "Matrices", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "Tracing",
            dependencies: [
                .product(name: "Matrices", package: "syncopate"),
                .product(name: "Syncopate", package: "syncopate"),
                .product(name: "SyncopateStudents", package: "syncopate"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
