package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Each rule finds what it is there for: a small schema without fault is damaged in one place at a time. */
class SchemaRulesTest {

    private static final String GOOD = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:throughline:tea:v1"
                xmlns:c="urn:throughline:common:v1" targetNamespace="urn:throughline:tea:v1"
                elementFormDefault="qualified" version="1.0">
              <xs:annotation><xs:documentation>Tea.</xs:documentation></xs:annotation>
              <xs:element name="brew" type="t:BrewCall"/>
              <xs:element name="brewResponse" type="t:BrewReply"/>
              <xs:complexType name="BrewCall">
                <xs:annotation><xs:documentation>Wrapper.</xs:documentation></xs:annotation>
                <xs:sequence><xs:element name="request" type="t:Wish"/></xs:sequence>
              </xs:complexType>
              <xs:complexType name="BrewReply">
                <xs:annotation><xs:documentation>Wrapper.</xs:documentation></xs:annotation>
                <xs:sequence><xs:element name="result" type="t:Wish"/></xs:sequence>
              </xs:complexType>
              <xs:complexType name="Wish">
                <xs:annotation><xs:documentation>What is wanted.</xs:documentation></xs:annotation>
                <xs:sequence>
                  <xs:element name="cups" type="xs:int"/>
                  <xs:choice>
                    <xs:element name="kind" type="t:Kind"/>
                    <xs:element name="other" type="c:Text"/>
                  </xs:choice>
                  <xs:element name="extension" type="c:Extension" minOccurs="0"/>
                </xs:sequence>
              </xs:complexType>
              <xs:simpleType name="Kind">
                <xs:annotation><xs:documentation>Kind of tea.</xs:documentation></xs:annotation>
                <xs:restriction base="xs:string">
                  <xs:enumeration value="EARL_GREY"><xs:annotation><xs:documentation>Bergamot.</xs:documentation></xs:annotation></xs:enumeration>
                </xs:restriction>
              </xs:simpleType>
            </xs:schema>
            """;

    @Test
    void aSchemaWithoutFaultHasNoComplaints() {
        assertThat(Stream.<Function<Element, List<String>>>of(
                                SchemaRules::everythingIsDocumented,
                                SchemaRules::everyTypeIsNamed,
                                SchemaRules::wrappersHoldOneChildOfANamedType,
                                SchemaRules::wrappersAreNamedAfterTheirOperation,
                                SchemaRules::typesEndWithTheExtension,
                                SchemaRules::namesOfTypesHaveAPrefix,
                                SchemaRules::forbiddenConstructsAreAbsent,
                                SchemaRules::repetitionsAreNotCounted,
                                SchemaRules::onlyAllowedTypesAreUsed,
                                SchemaRules::elementAndTypeNamesDiffer,
                                SchemaRules::enumerationValuesCanBeNamed,
                                SchemaRules::typesDoNotClashWithThePortType,
                                schema -> SchemaRules.theNamespaceIsThatOfTheFolder(schema, "tea/v1"))
                        .flatMap(rule -> rule.apply(Dom.read(GOOD)).stream()))
                .isEmpty();
    }

    @Test
    void whatIsNotDocumentedIsFound() {
        Function<Element, List<String>> rule = SchemaRules::everythingIsDocumented;
        finds(rule, "Tea.", " ", "schema is not documented");
        finds(rule, "What is wanted.", "", "complexType \"Wish\" is not documented");
        finds(rule, "Kind of tea.", "", "simpleType \"Kind\" is not documented");
        finds(rule, "Bergamot.", "", "enumeration \"EARL_GREY\" is not documented");
    }

    @Test
    void anonymousTypesAreFound() {
        Function<Element, List<String>> rule = SchemaRules::everyTypeIsNamed;
        String anonymous = "<xs:simpleType><xs:restriction base=\"xs:int\"/></xs:simpleType>";
        finds(
                rule,
                "<xs:element name=\"cups\" type=\"xs:int\"/>",
                "<xs:element name=\"cups\">" + anonymous + "</xs:element>",
                "anonymous type");
    }

    @Test
    void wrappersOfOtherThanOneChildAreFound() {
        Function<Element, List<String>> rule = SchemaRules::wrappersHoldOneChildOfANamedType;
        String child = "<xs:element name=\"request\" type=\"t:Wish\"/>";
        finds(rule, child, child + "<xs:element name=\"more\" type=\"t:Wish\"/>", "complexType \"BrewCall\"");
        finds(rule, child, "", "complexType \"BrewCall\"");
        finds(rule, child, child.replace("/>", " minOccurs=\"0\"/>"), "complexType \"BrewCall\"");
    }

    @Test
    void wrappersOfAnotherNameAreFound() {
        finds(SchemaRules::wrappersAreNamedAfterTheirOperation, "BrewReply", "BrewAnswer", "element \"brewResponse\"");
    }

    @Test
    void typesThatDoNotEndWithTheExtensionAreFound() {
        Function<Element, List<String>> rule = SchemaRules::typesEndWithTheExtension;
        String extension = "<xs:element name=\"extension\" type=\"c:Extension\" minOccurs=\"0\"/>";
        finds(rule, extension, "", "complexType \"Wish\"");
        finds(rule, extension, extension + "<xs:element name=\"last\" type=\"xs:int\"/>", "complexType \"Wish\"");
        finds(rule, extension, extension.replace("c:Extension", "Extension"), "complexType \"Wish\"");
        finds(rule, extension, extension.replace(" minOccurs=\"0\"", ""), "complexType \"Wish\"");
    }

    @Test
    void forbiddenConstructsAreFound() {
        Function<Element, List<String>> rule = SchemaRules::forbiddenConstructsAreAbsent;
        String cups = "<xs:element name=\"cups\" type=\"xs:int\"/>";
        finds(rule, cups, cups.replace("/>", " nillable=\"true\"/>"), "element \"cups\" is forbidden");
        finds(rule, cups, cups.replace("/>", " default=\"1\"/>"), "element \"cups\" is forbidden");
        finds(rule, cups, cups + "<xs:any/>", "any is forbidden");
        finds(rule, "<xs:choice>", "<xs:choice maxOccurs=\"2\">", "choice is forbidden");
        finds(rule, "<xs:complexType name=\"Wish\">", "<xs:complexType name=\"Wish\" abstract=\"true\">", "Wish");
        finds(rule, "<xs:element name=\"brew\"", "<xs:element substitutionGroup=\"x\" name=\"brew\"", "brew");
        finds(
                rule,
                "</xs:choice>",
                "</xs:choice><xs:attribute name=\"sugar\" type=\"xs:int\"/>",
                "attribute \"sugar\" is forbidden");
    }

    @Test
    void countedRepetitionsAreFound() {
        String cups = "<xs:element name=\"cups\" type=\"xs:int\"/>";
        String counted = cups.replace("/>", " maxOccurs=\"10000\"/>");
        finds(SchemaRules::repetitionsAreNotCounted, cups, counted, "element \"cups\"");
    }

    @Test
    void typesThatNotEveryClientReadsAreFound() {
        Function<Element, List<String>> rule = SchemaRules::onlyAllowedTypesAreUsed;
        for (String type : List.of("double", "decimal", "integer", "time", "duration", "unsignedLong", "anyType")) {
            finds(rule, "type=\"xs:int\"", "type=\"xs:" + type + "\"", "element \"cups\" has a type");
        }
        finds(rule, "base=\"xs:string\"", "base=\"xs:gYearMonth\"", "restricts a type");
    }

    @Test
    void elementsNamedLikeTypesAreFound() {
        Function<Element, List<String>> rule = SchemaRules::elementAndTypeNamesDiffer;
        finds(rule, "name=\"kind\"", "name=\"Kind\"", "element \"Kind\"");
        finds(rule, "name=\"other\"", "name=\"Text\"", "element \"Text\"");
    }

    @Test
    void valuesWithoutAJavaNameAreFound() {
        for (String value : List.of("earl grey", "1ST", "EARL-GREY", "", "Earl")) {
            finds(SchemaRules::enumerationValuesCanBeNamed, "EARL_GREY", value, "cannot be named");
        }
    }

    @Test
    void typesNamedLikeThePortTypeAreFound() {
        finds(SchemaRules::typesDoNotClashWithThePortType, "\"Kind\"", "\"Tea\"", "simpleType \"Tea\"");
        finds(SchemaRules::typesDoNotClashWithThePortType, "\"Wish\"", "\"TeaService\"", "complexType \"TeaService\"");
    }

    @Test
    void namesOfTypesWithoutPrefixAreFound() {
        finds(SchemaRules::namesOfTypesHaveAPrefix, "type=\"t:Kind\"", "type=\"Kind\"", "kind");
    }

    @Test
    void namespacesOfAnotherFolderAreFound() {
        Function<Element, List<String>> rule = schema -> SchemaRules.theNamespaceIsThatOfTheFolder(schema, "tea/v1");
        finds(rule, "targetNamespace=\"urn:throughline:tea:v1\"", "targetNamespace=\"urn:tea\"", "schema");
        finds(rule, "qualified", "unqualified", "schema");
        finds(rule, "version=\"1.0\"", "", "schema");
    }

    private static void finds(Function<Element, List<String>> rule, String good, String bad, String complaint) {
        assertThat(GOOD).contains(good);
        assertThat(rule.apply(Dom.read(GOOD.replace(good, bad))))
                .anySatisfy(found -> assertThat(found).contains(complaint));
    }
}
