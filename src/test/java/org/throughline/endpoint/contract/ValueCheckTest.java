package org.throughline.endpoint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.validation.XMLValidator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.shared.Violations;

/** What is checked by hand after the first violation must agree with the schema's validator. */
class ValueCheckTest {

    private static final String COMMON = "urn:throughline:common:v1";
    private static final Contract CONTRACT = new Contract();
    private static final RequestSchemas SCHEMAS = new RequestSchemas(CONTRACT);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "item, A, true",
                "item, '', false",
                "quantity, 1, true",
                "quantity, ' 1.5 ', true",
                "quantity, +1, true",
                "quantity, .5, true",
                "quantity, 1., true",
                "quantity, 1e3, false",
                "quantity, '1,5', false",
                "quantity, '', false",
                "quantity, NaN, false",
                "quantity, 123456789012345678, false",
                "quantity, 0.1234567, false",
                "quantity, 0.1234560, true",
                "quantity, 000000000000000000001, true",
                "requiredDate, 2026-02-28, true",
                "requiredDate, 2026-02-30, false",
                "requiredDate, 2026-02-28Z, true",
                "requiredDate, 2026-02-28+01:00, true",
                "requiredDate, 2026-2-28, false",
                "requiredDate, tomorrow, false",
                "partialAllowed, true, true",
                "partialAllowed, 1, true",
                "partialAllowed, yes, false",
                "partialAllowed, TRUE, false"
            })
    void agrees_with_the_validator(String element, String value, boolean expected) throws XMLStreamException {
        ComplexType line = CONTRACT.complexType(new QName("urn:throughline:stock:v1", "AvailabilityQueryLine"));
        SimpleType type = CONTRACT.simpleType(line.child(element).type());

        assertThat(ValueCheck.allows(type, value)).isEqualTo(expected);
        assertThat(validatorAllows(element, value)).as("the validator").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PageSize, 0, false",
        "PageSize, 500, true",
        "PageSize, 501, false",
        "PageSize, 99999999999, false",
        "CurrencyCode, EUR, true",
        "CurrencyCode, eur, false",
        "Source, LIVE, true",
        "Source, live, false",
        "Timestamp, 2026-11-22T09:30:00Z, true",
        "Timestamp, 2026-11-22T09:30:00, false",
        "Money, 1234567890123.123456, false",
        "Money, 123456789012.123456, true"
    })
    void knows_every_facet_of_the_contract(String name, String value, boolean expected) {
        assertThat(ValueCheck.allows(CONTRACT.simpleType(new QName(COMMON, name)), value))
                .isEqualTo(expected);
    }

    private static boolean validatorAllows(String element, String value) throws XMLStreamException {
        Violations violations = new Violations();
        ComplexType request = CONTRACT.complexType(new QName("urn:throughline:stock:v1", "AvailabilityQuery"));
        OperationCheck check = OperationCheck.begin(SCHEMAS, request, violations);
        start(check, "line");
        for (String name : new String[] {"item", "quantity", "requiredDate", "partialAllowed"}) {
            if (name.equals(element)) {
                put(check, name, value);
            } else if (name.equals("item") || name.equals("quantity")) {
                put(check, name, "1");
            }
        }
        end(check, "line");
        check.end();
        return violations.isEmpty();
    }

    private static void put(OperationCheck check, String name, String value) throws XMLStreamException {
        start(check, name);
        check.request().text(value, true);
        end(check, name);
    }

    private static void start(OperationCheck check, String name) throws XMLStreamException {
        check.request().elementStart(name, "urn:throughline:stock:v1", "");
        assertThat(check.request().attributesEnd()).isNotEqualTo(XMLValidator.CONTENT_ALLOW_UNDEFINED);
    }

    private static void end(OperationCheck check, String name) throws XMLStreamException {
        check.request().elementEnd(name, "urn:throughline:stock:v1", "");
    }
}
