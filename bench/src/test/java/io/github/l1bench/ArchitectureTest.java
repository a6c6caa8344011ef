package io.github.l1bench;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The house as CONTRIBUTING.md draws it. */
@Tag("slow")
class ArchitectureTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar")) // the same, once they are packed
                .importPackages("io.github.l1bench");
    }

    @Test
    void packagesDependOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("kernel")
                .definedBy("..l1bench.kernel..")
                .layer("random")
                .definedBy("..l1bench.random..")
                .layer("name")
                .definedBy("..l1bench.name..")
                .layer("problem")
                .definedBy("..l1bench.problem..")
                .layer("solver")
                .definedBy("..l1bench.solver..")
                .layer("io")
                .definedBy("..l1bench.io..")
                .layer("code")
                .definedBy("..l1bench.code..")
                .layer("data")
                .definedBy("..l1bench.data..")
                .layer("result")
                .definedBy("..l1bench.result..")
                .layer("statistics")
                .definedBy("..l1bench.statistics..")
                .layer("run")
                .definedBy("..l1bench.run..")
                .layer("peer")
                .definedBy("..l1bench.peer..")
                .layer("experiment")
                .definedBy("..l1bench.experiment..")
                .layer("study")
                .definedBy("..l1bench.study..")
                .layer("collection")
                .definedBy("..l1bench.collection..")
                .layer("contract")
                .definedBy("..l1bench.contract..")
                .layer("view")
                .definedBy("..l1bench.view..")
                .layer("figure")
                .definedBy("..l1bench.figure..")
                .layer("page")
                .definedBy("..l1bench.page..")
                .layer("compare")
                .definedBy("..l1bench.compare..")
                .layer("overview")
                .definedBy("..l1bench.overview..")
                .layer("index")
                .definedBy("..l1bench.index..")
                .layer("history")
                .definedBy("..l1bench.history..")
                .layer("bench")
                .definedBy("..l1bench.bench..")
                .layer("jmh")
                .definedBy("..l1bench.jmh..")
                .layer("cli")
                .definedBy("..l1bench.cli..")
                .whereLayer("kernel")
                .mayNotAccessAnyLayer()
                .whereLayer("random")
                .mayNotAccessAnyLayer()
                .whereLayer("name")
                .mayNotAccessAnyLayer()
                .whereLayer("problem")
                .mayOnlyAccessLayers("kernel")
                .whereLayer("solver")
                .mayOnlyAccessLayers("kernel", "random", "name", "problem")
                .whereLayer("io")
                .mayNotAccessAnyLayer()
                .whereLayer("code")
                .mayOnlyAccessLayers("solver")
                .whereLayer("data")
                .mayOnlyAccessLayers("kernel", "random", "name", "problem", "io")
                .whereLayer("result")
                .mayOnlyAccessLayers("kernel", "problem", "data", "io")
                .whereLayer("statistics")
                .mayNotAccessAnyLayer()
                .whereLayer("run")
                .mayOnlyAccessLayers("kernel", "result", "solver", "data", "io", "statistics")
                .whereLayer("peer")
                .mayOnlyAccessLayers("name", "problem", "solver", "io")
                .whereLayer("experiment")
                .mayOnlyAccessLayers("kernel", "problem", "solver", "code", "data", "result", "run", "peer")
                .whereLayer("study")
                .mayOnlyAccessLayers("kernel", "problem", "solver", "code", "data", "result", "run", "experiment")
                .whereLayer("collection")
                .mayOnlyAccessLayers(
                        "name", "problem", "solver", "io", "code", "data", "result", "run", "peer", "experiment")
                .whereLayer("contract")
                .mayOnlyAccessLayers("problem", "solver", "data")
                .whereLayer("contract")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("view")
                .mayOnlyAccessLayers("collection", "run", "result", "data", "problem", "solver", "statistics")
                .whereLayer("figure")
                .mayOnlyAccessLayers("collection", "view", "run", "result", "io", "data", "solver", "statistics")
                .whereLayer("page")
                .mayOnlyAccessLayers(
                        "collection",
                        "figure",
                        "view",
                        "run",
                        "result",
                        "io",
                        "data",
                        "problem",
                        "solver",
                        "statistics")
                .whereLayer("compare")
                .mayOnlyAccessLayers("page", "view", "run", "result", "data", "io", "statistics")
                .whereLayer("overview")
                .mayOnlyAccessLayers(
                        "page", "figure", "view", "collection", "run", "result", "io", "data", "solver", "statistics")
                .whereLayer("index")
                .mayOnlyAccessLayers("overview", "page", "view", "collection", "run", "result", "io", "data")
                .whereLayer("history")
                .mayOnlyAccessLayers("figure", "view", "run", "result", "io", "data", "solver", "statistics")
                .whereLayer("bench")
                .mayOnlyAccessLayers("kernel", "problem", "solver", "code", "data", "peer")
                .whereLayer("jmh")
                .mayOnlyAccessLayers(
                        "kernel",
                        "name",
                        "problem",
                        "solver",
                        "io",
                        "data",
                        "result",
                        "run",
                        "peer",
                        "experiment",
                        "bench")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(classes);
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching("io.github.l1bench.(*)..").should().beFreeOfCycles().check(classes);
        slices().matching("io.github.l1bench.solver.(*)..")
                .should()
                .notDependOnEachOther()
                .check(classes);
    }

    /**
     * Data sets are plug-ins: the registry finds them, and they share no more than the ways to come by files and to read
     * them; the files of OpenML are ARFF.
     */
    @Test
    void dataSetsDependOnTheirInterfaceAndNotOnEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.github.l1bench.data")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.l1bench.data.*..")
                .check(classes);
        slices().matching("io.github.l1bench.data.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        alwaysTrue(), resideInAnyPackage("..data.download..", "..data.input..", "..data.arff.."))
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("..data.input..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..data.download..")
                .check(classes);
    }

    @Test
    void whatIsSaidOfARunKnowsNeitherMarkupNorDrawing() {
        noClasses()
                .that()
                .resideInAPackage("..view..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "org.knowm..", "..figure..", "..page..")
                .check(classes);
    }

    @Test
    void solversReadNoFilesAndDrawNoCharts() {
        noClasses()
                .that()
                .resideInAnyPackage("..kernel..", "..name..", "..problem..", "..solver..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.awt..", "java.time..")
                .check(classes);
    }

    /** The log takes longer to start than most data to load, in each of JMH's forks; and it seldom has something to say. */
    @Test
    void theLogIsStartedOnlyWhenThereIsSomethingToSay() {
        noFields().should().haveRawType("org.slf4j.Logger").check(classes);
    }

    @Test
    void theHarnessKnowsNeitherChartsNorJmh() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..code..",
                        "..collection..",
                        "..data..",
                        "..experiment..",
                        "..l1bench.io..",
                        "..peer..",
                        "..result..",
                        "..run..",
                        "..study..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.knowm..", "org.openjdk.jmh..", "java.awt..")
                .check(classes);
    }
}
