package org.throughline.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may use whom, for the packages below a root: the program's, or one of code that breaks the rules.
 *
 * @param root such as org.throughline
 */
record ArchitectureRules(String root) {

    private static final List<String> CAPABILITIES = List.of("account", "tax", "pricing", "stock", "history", "order");

    /** What each domain package may use besides itself and the JDK. */
    private static final Map<String, List<String>> DOMAIN = Map.of(
            "shared", List.of(),
            "account", List.of("shared"),
            "tax", List.of("shared"),
            "stock", List.of("shared"),
            "history", List.of("shared"),
            "pricing", List.of("shared", "account", "tax"),
            "order", List.of("shared", "account", "pricing", "stock"));

    static List<String> domainPackages() {
        return DOMAIN.keySet().stream().sorted().toList();
    }

    /** The domain is plain Java: the JDK without SQL, naming and XML, and the packages that the table allows. */
    ArchRule domainUsesOnlyWhatTheTableAllows(String domain) {
        return classes()
                .that()
                .resideInAPackage(in(domain))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(in(Stream.concat(Stream.of(domain), DOMAIN.get(domain).stream())))
                                .or(plainJdk()))
                .because(domain + " may use " + DOMAIN.get(domain) + " and the plain JDK");
    }

    /** endpoint.X.vN: wire.X.vN, wire.common.vN, the capabilities, endpoint.common.vN and the shared endpoint packages. */
    ArchRule endpointsUseOnlyTheirOwnWireTypesAndTheCapabilities() {
        return classes()
                .that(areCapabilityEndpoints())
                .should(useWithinTheProgramOnly("what the table allows to an endpoint", this::endpointMayUse));
    }

    /** What endpoints share knows no capability, so that every endpoint may use it. */
    ArchRule sharedEndpointPackagesKnowNoCapability() {
        return noClasses()
                .that(resideInAPackage(in("endpoint")).and(DescribedPredicate.not(areCapabilityEndpoints())))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                in(Stream.concat(CAPABILITIES.stream(), Stream.of("app", "store", "erp", "database"))))
                        .or(areCapabilityEndpoints()));
    }

    ArchRule endpointsArePackagePrivate() {
        return classes().that(areCapabilityEndpoints()).should().bePackagePrivate();
    }

    /** The store: the ports of the capabilities and what databases have in common. */
    ArchRule storeUsesOnlyThePortsAndTheDatabase() {
        return neverUses("store", "erp", "wire", "endpoint", "app");
    }

    /** A connector: the ports of the capabilities and what databases have in common. */
    ArchRule connectorsUseOnlyThePortsAndTheDatabase() {
        return neverUses("erp", "store", "wire", "endpoint", "app");
    }

    ArchRule connectorsDoNotKnowEachOther() {
        return classes()
                .that()
                .resideInAPackage(in("erp"))
                .should(useWithinTheProgramOnly("its own connector", this::connectorMayUse));
    }

    /** What databases have in common: shared words at most. */
    ArchRule databaseKnowsNothingOfTheProgram() {
        return noClasses()
                .that()
                .resideInAPackage(in("database"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        in(Stream.concat(CAPABILITIES.stream(), Stream.of("app", "store", "erp", "endpoint", "wire"))));
    }

    ArchRule onlyEndpointsAndTheAppUseWireTypes() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in(Stream.of("wire", "endpoint", "app")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("wire"));
    }

    /** Wire types know wire types and the adapters in wire.xml. */
    ArchRule wireTypesKnowNothingOfTheProgram() {
        return classes()
                .that()
                .resideInAPackage(in("wire"))
                .should(useWithinTheProgramOnly("wire types", (user, used) -> used.startsWith(root + ".wire.")));
    }

    ArchRule nothingUsesTheApp() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("app"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("app"));
    }

    private ArchRule neverUses(String user, String... used) {
        return noClasses()
                .that()
                .resideInAPackage(in(user))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in(Arrays.stream(used)));
    }

    private boolean endpointMayUse(String user, String used) {
        Matcher own = capabilityEndpoint().matcher(user);
        if (!own.matches()) {
            return false;
        }
        String capability = own.group(1);
        String version = own.group(2);
        return isIn(used, "endpoint." + capability + "." + version)
                || isIn(used, "wire." + capability + "." + version)
                || isIn(used, "wire.common." + version)
                || isIn(used, "endpoint.common." + version)
                || isIn(used, "endpoint.fault")
                || isIn(used, "shared")
                || CAPABILITIES.stream().anyMatch(domain -> isIn(used, domain));
    }

    private boolean connectorMayUse(String user, String used) {
        Pattern connector = Pattern.compile(Pattern.quote(root) + "\\.erp\\.([a-z0-9]+)(\\..*)?");
        Matcher own = connector.matcher(user);
        Matcher other = connector.matcher(used);
        return !other.matches() || own.matches() && own.group(1).equals(other.group(1));
    }

    private DescribedPredicate<JavaClass> areCapabilityEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints of a capability",
                type -> capabilityEndpoint().matcher(type.getPackageName()).matches());
    }

    private Pattern capabilityEndpoint() {
        return Pattern.compile(
                Pattern.quote(root) + "\\.endpoint\\.(" + String.join("|", CAPABILITIES) + ")\\.(v[0-9]+)");
    }

    private boolean isIn(String packageName, String part) {
        return packageName.equals(root + "." + part) || packageName.startsWith(root + "." + part + ".");
    }

    private static DescribedPredicate<JavaClass> plainJdk() {
        return resideInAPackage("java..")
                .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.rmi..", "java.net.http..")));
    }

    private String in(String part) {
        return root + "." + part + "..";
    }

    private String[] in(Stream<String> parts) {
        return parts.map(this::in).toArray(String[]::new);
    }

    private interface Use {
        boolean isAllowed(String userPackage, String usedPackage);
    }

    private ArchCondition<JavaClass> useWithinTheProgramOnly(String what, Use use) {
        Predicate<Dependency> inside =
                dependency -> dependency.getTargetClass().getPackageName().startsWith(root + ".");
        return new ArchCondition<>("use within the program only " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(inside)
                        .filter(dependency -> !use.isAllowed(
                                type.getPackageName(),
                                dependency.getTargetClass().getPackageName()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }
}
