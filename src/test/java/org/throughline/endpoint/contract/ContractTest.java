package org.throughline.endpoint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.throughline.wire.pricing.v1.PriceQueryType;

class ContractTest {

    private static final Contract CONTRACT = new Contract();
    private static final String COMMON = "urn:throughline:common:v1";
    private static final String PRICING = "urn:throughline:pricing:v1";

    @Test
    void elements_stand_in_the_order_of_the_schema() {
        ComplexType type = CONTRACT.complexType(new QName(COMMON, "Paging"));

        assertThat(type.children()).extracting(Child::localName).containsExactly("size", "cursor", "extension");
        assertThat(type.order()).isEqualTo("size (optional), cursor (optional), extension (optional)");
    }

    @Test
    void alternatives_share_a_position_and_one_is_required() {
        ComplexType type = CONTRACT.complexType(new QName(COMMON, "CustomerRef"));

        assertThat(type.child("account").position())
                .isEqualTo(type.child("company").position());
        assertThat(type.child("company").required()).isTrue();
        assertThat(type.order()).startsWith("account or company,");
    }

    @Test
    void a_generated_class_leads_to_its_type_and_its_operation() {
        ComplexType type = CONTRACT.complexType(Contract.typeName(PriceQueryType.class));

        assertThat(type.child("line").repeated()).isTrue();
        assertThat(CONTRACT.operationTaking(type)).isEqualTo(new QName(PRICING, "calculatePrices"));
        assertThat(CONTRACT.documentationOf(new QName(PRICING, "calculatePrices")))
                .isNotEmpty();
    }

    @Test
    void only_requests_are_operations() {
        assertThat(CONTRACT.isOperation(new QName(PRICING, "calculatePrices"))).isTrue();
        assertThat(CONTRACT.isOperation(new QName(PRICING, "calculatePricesResponse")))
                .isFalse();
        assertThat(CONTRACT.isOperation(new QName(COMMON, "internalFault"))).isFalse();
    }

    @Test
    void simple_types_say_what_they_expect() {
        assertThat(CONTRACT.simpleType(new QName(COMMON, "Source")).expectation())
                .isEqualTo("one of LIVE, CACHED, DEGRADED");
        assertThat(CONTRACT.simpleType(new QName(COMMON, "PageSize")).expectation())
                .isEqualTo("a whole number, not less than 1, not more than 500");
    }
}
