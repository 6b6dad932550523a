package org.throughline.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The program keeps the dependency table of its design. */
class ArchitectureTest {

    private static final String ROOT = "org.throughline";

    private static JavaClasses program;

    private final ArchitectureRules rules = new ArchitectureRules(ROOT);

    @BeforeAll
    static void read() {
        program = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @Test
    void sharedUsesOnlyTheJdk() {
        rules.domainUsesOnlyWhatTheTableAllows("shared").check(program);
    }

    @Test
    void accountUsesOnlyShared() {
        rules.domainUsesOnlyWhatTheTableAllows("account").check(program);
    }

    @Test
    void taxUsesOnlyShared() {
        rules.domainUsesOnlyWhatTheTableAllows("tax").check(program);
    }

    @Test
    void stockUsesOnlyShared() {
        rules.domainUsesOnlyWhatTheTableAllows("stock").check(program);
    }

    @Test
    void historyUsesOnlyShared() {
        rules.domainUsesOnlyWhatTheTableAllows("history").check(program);
    }

    @Test
    void pricingUsesOnlySharedAccountAndTax() {
        rules.domainUsesOnlyWhatTheTableAllows("pricing").check(program);
    }

    @Test
    void orderUsesOnlySharedAccountPricingAndStock() {
        rules.domainUsesOnlyWhatTheTableAllows("order").check(program);
    }

    @Test
    void endpointsUseOnlyTheirOwnWireTypesAndTheCapabilities() {
        rules.endpointsUseOnlyTheirOwnWireTypesAndTheCapabilities().check(program);
    }

    @Test
    void sharedEndpointPackagesKnowNoCapability() {
        rules.sharedEndpointPackagesKnowNoCapability().check(program);
    }

    @Test
    void endpointsArePackagePrivate() {
        rules.endpointsArePackagePrivate().check(program);
    }

    @Test
    void storeUsesOnlyThePortsAndTheDatabase() {
        rules.storeUsesOnlyThePortsAndTheDatabase().check(program);
    }

    @Test
    void connectorsUseOnlyThePortsAndTheDatabase() {
        rules.connectorsUseOnlyThePortsAndTheDatabase().check(program);
    }

    @Test
    void connectorsDoNotKnowEachOther() {
        rules.connectorsDoNotKnowEachOther().check(program);
    }

    @Test
    void databaseKnowsNothingOfTheProgram() {
        rules.databaseKnowsNothingOfTheProgram().check(program);
    }

    @Test
    void onlyEndpointsAndTheAppUseWireTypes() {
        rules.onlyEndpointsAndTheAppUseWireTypes().check(program);
    }

    @Test
    void wireTypesKnowNothingOfTheProgram() {
        rules.wireTypesKnowNothingOfTheProgram().check(program);
    }

    @Test
    void nothingUsesTheApp() {
        rules.nothingUsesTheApp().check(program);
    }
}
