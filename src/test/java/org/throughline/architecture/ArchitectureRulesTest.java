package org.throughline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each rule is broken by the classes made for it in the package "broken", and by no others. */
class ArchitectureRulesTest {

    private static final String ROOT = "org.throughline.architecture.broken";
    private static final Pattern BREAKER = Pattern.compile(Pattern.quote(ROOT) + "[a-z0-9.]*\\.(\\w+)");

    private static JavaClasses broken;

    private final ArchitectureRules rules = new ArchitectureRules(ROOT);

    @BeforeAll
    static void read() {
        broken = new ClassFileImporter().importPackages(ROOT);
    }

    @Test
    void everyDomainPackageIsRuled() {
        assertThat(ArchitectureRules.domainPackages())
                .containsExactly("account", "history", "order", "pricing", "shared", "stock", "tax");
    }

    @Test
    void sharedThatUsesACapabilityIsFound() {
        assertThat(breakers(rules.domainUsesOnlyWhatTheTableAllows("shared"))).containsExactly("SharedUsesStock");
    }

    @Test
    void accountThatUsesSqlIsFound() {
        assertThat(breakers(rules.domainUsesOnlyWhatTheTableAllows("account"))).containsExactly("AccountUsesSql");
    }

    @Test
    void taxThatUsesPricingIsFound() {
        assertThat(breakers(rules.domainUsesOnlyWhatTheTableAllows("tax"))).containsExactly("TaxUsesPricing");
    }

    @Test
    void stockThatUsesSpringIsFound() {
        assertThat(breakers(rules.domainUsesOnlyWhatTheTableAllows("stock"))).containsExactly("StockUsesSpring");
    }

    @Test
    void historyThatUsesWireTypesOrXmlBindingIsFound() {
        assertThat(breakers(rules.domainUsesOnlyWhatTheTableAllows("history")))
                .containsExactly("HistoryUsesWire", "HistoryUsesXmlBinding");
    }

    @Test
    void pricingThatUsesStockIsFound() {
        assertThat(breakers(rules.domainUsesOnlyWhatTheTableAllows("pricing"))).containsExactly("PricingUsesStock");
    }

    @Test
    void orderThatUsesTaxIsFound() {
        assertThat(breakers(rules.domainUsesOnlyWhatTheTableAllows("order"))).containsExactly("OrderUsesTax");
    }

    @Test
    void endpointsThatUseTooMuchAreFound() {
        assertThat(breakers(rules.endpointsUseOnlyTheirOwnWireTypesAndTheCapabilities()))
                .containsExactly(
                        "EndpointUsesAnotherEndpoint",
                        "EndpointUsesAnotherVersion",
                        "EndpointUsesAnotherWire",
                        "EndpointUsesErp",
                        "EndpointUsesStore");
    }

    @Test
    void aSharedEndpointPackageThatUsesACapabilityIsFound() {
        assertThat(breakers(rules.sharedEndpointPackagesKnowNoCapability())).containsExactly("FaultUsesStock");
    }

    @Test
    void aPublicEndpointIsFound() {
        assertThat(breakers(rules.endpointsArePackagePrivate())).containsExactly("PublicEndpoint");
    }

    @Test
    void aStoreThatUsesAnErpOrWireTypesIsFound() {
        assertThat(breakers(rules.storeUsesOnlyThePortsAndTheDatabase()))
                .containsExactly("StoreUsesErp", "StoreUsesWire");
    }

    @Test
    void aConnectorThatUsesTheStoreOrWireTypesIsFound() {
        assertThat(breakers(rules.connectorsUseOnlyThePortsAndTheDatabase()))
                .containsExactly("ErpUsesStore", "ErpUsesWire");
    }

    @Test
    void aConnectorThatUsesAnotherIsFound() {
        assertThat(breakers(rules.connectorsDoNotKnowEachOther())).containsExactly("ErpUsesAnotherErp");
    }

    @Test
    void aDatabaseThatUsesTheProgramIsFound() {
        assertThat(breakers(rules.databaseKnowsNothingOfTheProgram()))
                .containsExactly("DatabaseUsesApp", "DatabaseUsesStock");
    }

    @Test
    void wireTypesOutsideOfEndpointsAndTheAppAreFound() {
        assertThat(breakers(rules.onlyEndpointsAndTheAppUseWireTypes()))
                .containsExactly("ErpUsesWire", "HistoryUsesWire", "StoreUsesWire");
    }

    @Test
    void aWireTypeThatUsesTheProgramIsFound() {
        assertThat(breakers(rules.wireTypesKnowNothingOfTheProgram())).containsExactly("WireUsesShared");
    }

    @Test
    void usersOfTheAppAreFound() {
        assertThat(breakers(rules.nothingUsesTheApp())).containsExactly("DatabaseUsesApp");
    }

    private static Set<String> breakers(ArchRule rule) {
        List<String> details = rule.evaluate(broken).getFailureReport().getDetails();
        Set<String> breakers = new TreeSet<>();
        for (String detail : details) {
            Matcher matcher = BREAKER.matcher(detail);
            if (matcher.find()) {
                breakers.add(matcher.group(1));
            }
        }
        return breakers;
    }
}
