// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "syncopate",
    products: [
        // For embedding in Swift programs.
        .library(name: "Syncopate", targets: ["Syncopate", "SyncopateFormats", "SyncopateModels"]),
        // For Benchmarks/: the thread count and description of BLAS, invented classes, the reader of JSON, the server,
        // and the bare product of matrices.
        .library(name: "Matrices", targets: ["Matrices"]),
        .library(name: "SyncopateStudents", targets: ["SyncopateStudents"]),
        .library(name: "JSONText", targets: ["JSONText"]),
        .library(name: "SyncopateServer", targets: ["SyncopateServer"]),
        .library(name: "SyncopateBench", targets: ["SyncopateBench"]),
        // The command line. The target has another name because `syncopate` and
        // `Syncopate` would be one module on a file system that ignores case.
        .executable(name: "syncopate", targets: ["SyncopateCommand"]),
        // Damaged files for every parser, for as long as one likes; the tests do the same for some seconds.
        .executable(name: "fuzz", targets: ["FuzzCommand"]),
    ],
    dependencies: [
        // Apache 2.0, by the Swift project. Options, help and errors as people expect them.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Apache 2.0, by the Swift project. `exp` and `log` without Foundation, so the core stays pure.
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        // Apache 2.0, by the HdrHistogram project (Tene 2012). Latencies of `bench`, whose tail is what matters.
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    ],
    targets: [
        // The C side of OpenBLAS: a module map and one header, nothing compiled.
        .systemLibrary(
            name: "COpenBLAS",
            pkgConfig: "openblas",
            providers: [.apt(["libopenblas-dev"])]
        ),
        // Matrices over BLAS and LAPACK. The only importer of COpenBLAS.
        .target(name: "Matrices", dependencies: ["COpenBLAS"]),
        // The core: values in, values out.
        .target(
            name: "Syncopate",
            dependencies: ["Matrices", .product(name: "RealModule", package: "swift-numerics")]
        ),
        // Shipped priors, embedded, so that the one binary needs nothing beside it.
        .target(
            name: "SyncopateModels",
            dependencies: ["Syncopate"],
            path: "Models",
            exclude: ["README.md"],
            // A model file of a few kilobytes, as bytes in the binary.
            resources: [.embedInCode("mastery.model")]
        ),
        // JSON read and written without a copy: the wire's hot path.
        .target(name: "JSONText"),
        // Bytes to evidence, advice to bytes.
        .target(name: "SyncopateFormats", dependencies: ["JSONText", "Syncopate"]),
        // Lines in, lines out: JSON-RPC, MCP and rows. No descriptors, no clock.
        .target(name: "SyncopateServer", dependencies: ["JSONText", "Syncopate", "SyncopateFormats"]),
        // Simulated classes for tests, benchmarks and samples. Not the engine's own model.
        .target(
            name: "SyncopateStudents",
            dependencies: ["Syncopate", .product(name: "RealModule", package: "swift-numerics")]
        ),
        // How fast the engine is: traffic, rounds, latencies, comparisons. The clock is given.
        .target(
            name: "SyncopateBench",
            dependencies: [
                "JSONText", "Matrices", "Syncopate", "SyncopateFormats", "SyncopateServer", "SyncopateStudents",
                .product(name: "RealModule", package: "swift-numerics"),
                .product(name: "Histogram", package: "hdrhistogram-swift"),
            ]
        ),
        .executableTarget(
            name: "SyncopateCommand",
            dependencies: [
                "Matrices", "Syncopate", "SyncopateBench", "SyncopateFormats", "SyncopateModels", "SyncopateServer",
                "SyncopateStudents",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        // A seeded generator and the way to real files that are not part of the project.
        .target(name: "TestSupport", dependencies: ["Syncopate"], path: "Tests/TestSupport"),
        // Files with a known score in them, ways to damage them, and what must be true of what is read.
        .target(
            name: "Fuzzing", dependencies: ["Syncopate", "SyncopateFormats", "SyncopateModels", "TestSupport"],
            path: "Tests/Fuzzing"),
        .executableTarget(
            name: "FuzzCommand",
            dependencies: ["Fuzzing", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/FuzzCommand"),
        .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing", "Syncopate", "SyncopateFormats"]),
        .testTarget(name: "JSONTextTests", dependencies: ["JSONText", "TestSupport"]),
        .testTarget(
            name: "SyncopateServerTests",
            dependencies: ["SyncopateServer", "SyncopateModels", "SyncopateStudents", "TestSupport"]),
        .testTarget(
            name: "SyncopateBenchTests",
            dependencies: ["SyncopateBench", "SyncopateModels", "SyncopateServer", "SyncopateStudents"]),
        .testTarget(name: "MatricesTests", dependencies: ["Matrices", "TestSupport"]),
        .testTarget(
            name: "SyncopateTests",
            dependencies: ["Syncopate", "SyncopateModels", "SyncopateStudents", "TestSupport"]
        ),
        .testTarget(
            name: "SyncopateFormatsTests",
            dependencies: ["SyncopateFormats", "SyncopateModels", "SyncopateStudents", "TestSupport"],
            exclude: ["ModelFiles"]),
        .testTarget(
            name: "SyncopateCommandTests",
            dependencies: [
                "SyncopateCommand", "SyncopateFormats", "SyncopateModels", "SyncopateServer", "TestSupport",
            ], exclude: ["Goldens"]),
    ],
    swiftLanguageModes: [.v6]
)
