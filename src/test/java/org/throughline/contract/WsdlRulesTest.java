package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Each rule finds what it is there for: small WSDLs without fault are damaged in one place at a time. */
class WsdlRulesTest {

    private static final String ABSTRACT = """
            <wsdl:definitions name="Tea" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:wsam="http://www.w3.org/2007/05/addressing/metadata"
                xmlns:c="urn:throughline:common:v1" xmlns:t="urn:throughline:tea:v1" xmlns:tns="urn:throughline:tea:v1:wsdl"
                targetNamespace="urn:throughline:tea:v1:wsdl">
              <wsdl:documentation>Tea.</wsdl:documentation>
              <wsdl:types><xs:schema><xs:import namespace="urn:throughline:tea:v1" schemaLocation="tea.xsd"/></xs:schema></wsdl:types>
              <wsdl:message name="BrewInput"><wsdl:part name="parameters" element="t:brew"/></wsdl:message>
              <wsdl:message name="BrewOutput"><wsdl:part name="parameters" element="t:brewResponse"/></wsdl:message>
              <wsdl:message name="InvalidRequestFault"><wsdl:part name="fault" element="c:invalidRequestFault"/></wsdl:message>
              <wsdl:message name="NotSupportedFault"><wsdl:part name="fault" element="c:notSupportedFault"/></wsdl:message>
              <wsdl:message name="UnavailableFault"><wsdl:part name="fault" element="c:unavailableFault"/></wsdl:message>
              <wsdl:message name="InternalFault"><wsdl:part name="fault" element="c:internalFault"/></wsdl:message>
              <wsdl:portType name="Tea">
                <wsdl:documentation>Makes tea.</wsdl:documentation>
                <wsdl:operation name="brew">
                  <wsdl:documentation>Brews.</wsdl:documentation>
                  <wsdl:input message="tns:BrewInput" wsam:Action="urn:throughline:tea:v1:brew"/>
                  <wsdl:output message="tns:BrewOutput" wsam:Action="urn:throughline:tea:v1:brewResponse"/>
                  <wsdl:fault name="InvalidRequestFault" message="tns:InvalidRequestFault"/>
                  <wsdl:fault name="NotSupportedFault" message="tns:NotSupportedFault"/>
                  <wsdl:fault name="UnavailableFault" message="tns:UnavailableFault"/>
                  <wsdl:fault name="InternalFault" message="tns:InternalFault"/>
                </wsdl:operation>
              </wsdl:portType>
            </wsdl:definitions>
            """;

    private static final String CONCRETE = """
            <wsdl:definitions name="TeaService" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
                xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:tns="urn:throughline:tea:v1:wsdl"
                targetNamespace="urn:throughline:tea:v1:wsdl">
              <wsdl:documentation>Tea over SOAP 1.1.</wsdl:documentation>
              <wsdl:import namespace="urn:throughline:tea:v1:wsdl" location="tea.wsdl"/>
              <wsdl:binding name="TeaSoap11" type="tns:Tea">
                <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
                <wsdl:operation name="brew">
                  <soap:operation soapAction="urn:throughline:tea:v1:brew"/>
                  <wsdl:input><soap:body use="literal"/></wsdl:input>
                  <wsdl:output><soap:body use="literal"/></wsdl:output>
                  <wsdl:fault name="InvalidRequestFault"><soap:fault name="InvalidRequestFault" use="literal"/></wsdl:fault>
                  <wsdl:fault name="NotSupportedFault"><soap:fault name="NotSupportedFault" use="literal"/></wsdl:fault>
                  <wsdl:fault name="UnavailableFault"><soap:fault name="UnavailableFault" use="literal"/></wsdl:fault>
                  <wsdl:fault name="InternalFault"><soap:fault name="InternalFault" use="literal"/></wsdl:fault>
                </wsdl:operation>
              </wsdl:binding>
              <wsdl:service name="TeaService">
                <wsdl:port name="TeaSoap11Port" binding="tns:TeaSoap11"><soap:address location="http://localhost"/></wsdl:port>
              </wsdl:service>
            </wsdl:definitions>
            """;

    @Test
    void wsdlsWithoutFaultHaveNoComplaints() {
        assertThat(Stream.<Function<Element, List<String>>>of(
                                WsdlRules::everythingIsDocumented,
                                wsdl -> WsdlRules.theNamespaceIsThatOfTheFolder(wsdl, "tea/v1"),
                                WsdlRules::abstractWsdlsHaveOnePortTypeAndNoBinding,
                                WsdlRules::typesAreImported,
                                WsdlRules::messagesHoldOneElement,
                                WsdlRules::operationsUseTheirWrappers,
                                WsdlRules::actionsAreDerivedFromTheNamespace,
                                WsdlRules::faultsAreThoseOfTheCategories,
                                WsdlRules::operationsDeclareTheirFaults)
                        .flatMap(rule -> rule.apply(Dom.read(ABSTRACT)).stream()))
                .isEmpty();
        assertThat(Stream.<Function<Element, List<String>>>of(
                                WsdlRules::everythingIsDocumented,
                                wsdl -> WsdlRules.theNamespaceIsThatOfTheFolder(wsdl, "tea/v1"),
                                WsdlRules::concreteWsdlsHaveOneBindingAndOnePort,
                                WsdlRules::bindingsAreDocumentLiteral,
                                WsdlRules::soapActionsAreDerivedFromTheNamespace,
                                wsdl -> WsdlRules.bindingsBindEveryOperationAndFault(wsdl, Dom.read(ABSTRACT)))
                        .flatMap(rule -> rule.apply(Dom.read(CONCRETE)).stream()))
                .isEmpty();
    }

    @Test
    void whatIsNotDocumentedIsFound() {
        inAbstract(WsdlRules::everythingIsDocumented, "Tea.", "", "definitions \"Tea\"");
        inAbstract(WsdlRules::everythingIsDocumented, "Makes tea.", "", "portType \"Tea\"");
        inAbstract(WsdlRules::everythingIsDocumented, "Brews.", "", "operation \"brew\"");
        inConcrete(WsdlRules::everythingIsDocumented, "Tea over SOAP 1.1.", "", "definitions \"TeaService\"");
    }

    @Test
    void namespacesOfAnotherFolderAreFound() {
        Function<Element, List<String>> rule = wsdl -> WsdlRules.theNamespaceIsThatOfTheFolder(wsdl, "tea/v2");
        inAbstract(rule, "Brews.", "Brews.", "definitions \"Tea\"");
    }

    @Test
    void bindingsInAbstractWsdlsAreFound() {
        inAbstract(
                WsdlRules::abstractWsdlsHaveOnePortTypeAndNoBinding,
                "<wsdl:portType ",
                "<wsdl:binding name=\"x\"/><wsdl:portType ",
                "definitions \"Tea\"");
    }

    @Test
    void inlineTypesAreFound() {
        inAbstract(
                WsdlRules::typesAreImported,
                "</xs:schema>",
                "<xs:simpleType name=\"Kind\"/></xs:schema>",
                "simpleType \"Kind\"");
    }

    @Test
    void messagesOfAnotherShapeAreFound() {
        Function<Element, List<String>> rule = WsdlRules::messagesHoldOneElement;
        String part = "<wsdl:part name=\"parameters\" element=\"t:brew\"/>";
        inAbstract(rule, part, part + part, "message \"BrewInput\"");
        inAbstract(rule, "element=\"t:brew\"", "type=\"t:Wish\"", "message \"BrewInput\"");
    }

    @Test
    void operationsWithWrappersOfOthersAreFound() {
        inAbstract(WsdlRules::operationsUseTheirWrappers, "t:brewResponse", "t:brew", "operation \"brew\"");
        inAbstract(WsdlRules::operationsUseTheirWrappers, "message=\"tns:BrewInput\"", "", "operation \"brew\"");
    }

    @Test
    void otherActionsAreFound() {
        inAbstract(WsdlRules::actionsAreDerivedFromTheNamespace, "v1:brew\"", "v1:Brew\"", "operation \"brew\"");
        inAbstract(
                WsdlRules::actionsAreDerivedFromTheNamespace, "v1:brewResponse\"", "v1:brew\"", "operation \"brew\"");
        inConcrete(WsdlRules::soapActionsAreDerivedFromTheNamespace, "v1:brew\"", "v1:brew/\"", "operation \"brew\"");
        inConcrete(
                WsdlRules::soapActionsAreDerivedFromTheNamespace,
                " soapAction=\"urn:throughline:tea:v1:brew\"",
                "",
                "operation \"brew\"");
    }

    @Test
    void faultsOfOtherElementsAreFound() {
        Function<Element, List<String>> rule = WsdlRules::faultsAreThoseOfTheCategories;
        inAbstract(rule, "c:internalFault", "c:unavailableFault", "message \"InternalFault\"");
        inAbstract(rule, "c:internalFault", "t:internalFault", "message \"InternalFault\"");
    }

    @Test
    void missingFaultsAreFound() {
        inAbstract(
                WsdlRules::operationsDeclareTheirFaults,
                "<wsdl:fault name=\"InternalFault\" message=\"tns:InternalFault\"/>",
                "",
                "operation \"brew\"");
    }

    @Test
    void moreThanOnePortIsFound() {
        Function<Element, List<String>> rule = WsdlRules::concreteWsdlsHaveOneBindingAndOnePort;
        inConcrete(rule, "</wsdl:port>", "</wsdl:port><wsdl:port name=\"second\"/>", "definitions");
        inConcrete(rule, "<wsdl:service ", "<wsdl:types/><wsdl:service ", "definitions");
    }

    @Test
    void otherStylesAreFound() {
        inConcrete(WsdlRules::bindingsAreDocumentLiteral, "\"document\"", "\"rpc\"", "definitions");
        inConcrete(WsdlRules::bindingsAreDocumentLiteral, "\"literal\"", "\"encoded\"", "definitions");
    }

    @Test
    void operationsAndFaultsThatAreNotBoundAreFound() {
        Function<Element, List<String>> rule =
                wsdl -> WsdlRules.bindingsBindEveryOperationAndFault(wsdl, Dom.read(ABSTRACT));
        inConcrete(rule, "<wsdl:operation name=\"brew\">", "<wsdl:operation name=\"steep\">", "definitions");
        inConcrete(rule, "<wsdl:fault name=\"InternalFault\">", "<wsdl:fault name=\"RefusedFault\">", "definitions");
    }

    private static void inAbstract(Function<Element, List<String>> rule, String good, String bad, String complaint) {
        finds(ABSTRACT, rule, good, bad, complaint);
    }

    private static void inConcrete(Function<Element, List<String>> rule, String good, String bad, String complaint) {
        finds(CONCRETE, rule, good, bad, complaint);
    }

    private static void finds(
            String wsdl, Function<Element, List<String>> rule, String good, String bad, String complaint) {
        assertThat(wsdl).contains(good);
        assertThat(rule.apply(Dom.read(wsdl.replace(good, bad))))
                .anySatisfy(found -> assertThat(found).contains(complaint));
    }
}
