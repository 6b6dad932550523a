package org.throughline.contract;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidationSchemaFactory;
import org.junit.jupiter.api.Test;
import org.throughline.shared.Operation;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The contract stays within what nine client stacks were measured to read. */
class ContractRulesTest {

    @Test
    void thereIsASchemaAndThreeWsdlsForEachService() {
        Set<String> services =
                Arrays.stream(Operation.values()).map(Operation::capability).collect(toSet());
        assertThat(ContractFiles.schemas()).hasSize(services.size() + 1);
        assertThat(ContractFiles.abstractWsdls()).hasSize(services.size());
        assertThat(ContractFiles.concreteWsdls()).hasSize(2 * services.size());
    }

    @Test
    void everyTypeAndValueIsDocumented() {
        checkSchemas(SchemaRules::everythingIsDocumented);
    }

    @Test
    void everyTypeIsNamed() {
        checkSchemas(SchemaRules::everyTypeIsNamed);
    }

    @Test
    void namesOfTypesHaveAPrefix() {
        checkSchemas(SchemaRules::namesOfTypesHaveAPrefix);
    }

    @Test
    void wrappersHoldOneChildOfANamedType() {
        checkSchemas(SchemaRules::wrappersHoldOneChildOfANamedType);
    }

    @Test
    void wrappersAreNamedAfterTheirOperation() {
        checkSchemas(SchemaRules::wrappersAreNamedAfterTheirOperation);
    }

    @Test
    void typesEndWithTheExtension() {
        checkSchemas(SchemaRules::typesEndWithTheExtension);
    }

    @Test
    void forbiddenConstructsAreAbsent() {
        checkSchemas(SchemaRules::forbiddenConstructsAreAbsent);
    }

    @Test
    void repetitionsAreNotCounted() {
        checkSchemas(SchemaRules::repetitionsAreNotCounted);
    }

    @Test
    void onlyAllowedTypesAreUsed() {
        checkSchemas(SchemaRules::onlyAllowedTypesAreUsed);
    }

    @Test
    void elementAndTypeNamesDiffer() {
        checkSchemas(SchemaRules::elementAndTypeNamesDiffer);
    }

    @Test
    void enumerationValuesCanBeNamed() {
        checkSchemas(SchemaRules::enumerationValuesCanBeNamed);
    }

    @Test
    void typesDoNotClashWithThePortType() {
        checkSchemas(SchemaRules::typesDoNotClashWithThePortType);
    }

    @Test
    void schemasHaveTheNamespaceOfTheirFolder() {
        check(
                ContractFiles.schemas(),
                (file, schema) -> SchemaRules.theNamespaceIsThatOfTheFolder(schema, ContractFiles.folderOf(file)));
    }

    @Test
    void schemasCompileUnderFullChecking() throws Exception {
        for (Path schema : ContractFiles.schemas()) {
            assertThat(fullyChecking().newSchema(schema.toFile()))
                    .as("%s", schema)
                    .isNotNull();
        }
    }

    @Test
    void anAmbiguousSchemaDoesNotCompile() throws Exception {
        String ambiguous = """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                  <xs:complexType name="Ambiguous"><xs:sequence>
                    <xs:element name="line" type="xs:int" minOccurs="0"/><xs:element name="line" type="xs:int"/>
                  </xs:sequence></xs:complexType>
                </xs:schema>""";
        SchemaFactory factory = fullyChecking();
        assertThatThrownBy(() -> factory.newSchema(new StreamSource(new StringReader(ambiguous))))
                .hasMessageContaining("cos-nonambig");
    }

    @Test
    void schemasCompileInTheValidatorThatTheServiceUses() throws Exception {
        XMLValidationSchemaFactory factory =
                XMLValidationSchemaFactory.newInstance(XMLValidationSchema.SCHEMA_ID_W3C_SCHEMA);
        for (Path schema : ContractFiles.schemas()) {
            assertThat(factory.createSchema(schema.toUri().toURL()))
                    .as("%s", schema)
                    .isNotNull();
        }
    }

    @Test
    void wsdlsAndTheirOperationsAreDocumented() {
        checkAbstract(WsdlRules::everythingIsDocumented);
        checkConcrete(WsdlRules::everythingIsDocumented);
    }

    @Test
    void wsdlsHaveTheNamespaceOfTheirFolder() {
        BiFunction<Path, Element, List<String>> rule =
                (file, wsdl) -> WsdlRules.theNamespaceIsThatOfTheFolder(wsdl, ContractFiles.folderOf(file));
        check(ContractFiles.abstractWsdls(), rule);
        check(ContractFiles.concreteWsdls(), rule);
    }

    @Test
    void abstractWsdlsHaveOnePortTypeAndNoBinding() {
        checkAbstract(WsdlRules::abstractWsdlsHaveOnePortTypeAndNoBinding);
    }

    @Test
    void typesAreImported() {
        checkAbstract(WsdlRules::typesAreImported);
    }

    @Test
    void messagesHoldOneElement() {
        checkAbstract(WsdlRules::messagesHoldOneElement);
    }

    @Test
    void operationsUseTheirWrappers() {
        checkAbstract(WsdlRules::operationsUseTheirWrappers);
    }

    @Test
    void actionsAreDerivedFromTheNamespace() {
        checkAbstract(WsdlRules::actionsAreDerivedFromTheNamespace);
        checkConcrete(WsdlRules::soapActionsAreDerivedFromTheNamespace);
    }

    @Test
    void faultsAreThoseOfTheCategories() {
        checkAbstract(WsdlRules::faultsAreThoseOfTheCategories);
    }

    @Test
    void operationsDeclareTheirFaults() {
        checkAbstract(WsdlRules::operationsDeclareTheirFaults);
    }

    @Test
    void concreteWsdlsHaveOneBindingAndOnePort() {
        checkConcrete(WsdlRules::concreteWsdlsHaveOneBindingAndOnePort);
    }

    @Test
    void bindingsAreDocumentLiteral() {
        checkConcrete(WsdlRules::bindingsAreDocumentLiteral);
    }

    @Test
    void bindingsBindEveryOperationAndFault() {
        check(
                ContractFiles.concreteWsdls(),
                (file, wsdl) -> WsdlRules.bindingsBindEveryOperationAndFault(
                        wsdl, Dom.read(ContractFiles.abstractWsdlOf(file))));
    }

    @Test
    void theProgramKnowsExactlyTheOperationsOfTheWsdls() {
        Map<String, Set<String>> inTheProgram = Arrays.stream(Operation.values())
                .collect(
                        Collectors.groupingBy(Operation::capability, Collectors.mapping(Operation::wireName, toSet())));
        inTheProgram.values().forEach(operations -> operations.add("ping"));
        Map<String, Set<String>> inTheWsdls = ContractFiles.abstractWsdls().stream()
                .collect(toMap(ContractFiles::capabilityOf, file -> WsdlRules.operationNames(Dom.read(file))));
        assertThat(inTheProgram).isEqualTo(inTheWsdls);
    }

    private static SchemaFactory fullyChecking() throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", true);
        return factory;
    }

    private static void checkSchemas(Function<Element, List<String>> rule) {
        assertThat(ContractFiles.check(ContractFiles.schemas(), rule)).isEmpty();
    }

    private static void checkAbstract(Function<Element, List<String>> rule) {
        assertThat(ContractFiles.check(ContractFiles.abstractWsdls(), rule)).isEmpty();
    }

    private static void checkConcrete(Function<Element, List<String>> rule) {
        assertThat(ContractFiles.check(ContractFiles.concreteWsdls(), rule)).isEmpty();
    }

    private static void check(List<Path> files, BiFunction<Path, Element, List<String>> rule) {
        assertThat(ContractFiles.check(files, rule)).isEmpty();
    }
}
