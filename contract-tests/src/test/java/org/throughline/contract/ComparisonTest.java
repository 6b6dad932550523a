package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the comparisons let pass, and above all what they do not. */
class ComparisonTest {

    private static final String EXPECTED =
            "<t:a xmlns:t='urn:x'><t:line>\n <t:id>${capture(id)}</t:id></t:line><t:net>12.50</t:net></t:a>";

    private final Variables variables = new Variables(Binding.SOAP11);

    @Test
    void prefixes_and_white_space_do_not_count_and_values_are_captured() {
        xml("<a xmlns='urn:x'><line><id> 7 </id></line><net>12.50</net></a>");

        assertThat(variables.resolve("<id>${id}</id>")).isEqualTo("<id>7</id>");
    }

    @Test
    void other_values_namespaces_and_superfluous_or_missing_elements_count() {
        assertThatThrownBy(() -> xml("<a xmlns='urn:x'><line><id>7</id></line><net>12.5</net></a>"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> xml("<a xmlns='urn:y'><line><id>7</id></line><net>12.50</net></a>"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> xml("<a xmlns='urn:x'><line><id>7</id></line><net>12.50</net><x/></a>"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> xml("<a xmlns='urn:x'><line><id/></line><net>12.50</net></a>"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void the_order_of_members_does_not_count_in_json() {
        json("{\"net\":\"12.50\",\"at\":\"2026-11-15T10:00:00Z\"}");
    }

    @Test
    void other_values_and_superfluous_or_missing_members_count_in_json() {
        assertThatThrownBy(() -> json("{\"net\":12.50,\"at\":\"2026-11-15T10:00:00Z\"}"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> json("{\"net\":\"12.50\",\"at\":\"yesterday\"}"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> json("{\"net\":\"12.50\"}")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> json("{\"net\":\"12.50\",\"at\":\"2026-11-15T10:00:00Z\",\"x\":1}"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void the_same_message_is_equally_flat_in_xml_and_json() {
        Map<String, String> xml = Flat.of(
                Xml.parse(
                        "<r><line><id>A</id><q>2</q></line><line><id>B</id></line><ok>true</ok><extension><x/></extension></r>"));
        Map<String, String> json =
                Flat.of(Json.parse("{\"ok\":true,\"line\":[{\"q\":2,\"id\":\"A\"},{\"id\":\"B\"}],\"none\":[]}"));

        assertThat(xml).isEqualTo(json).hasSize(4).containsEntry("line[1].id[0]", "B");
    }

    @Test
    void repeated_text_is_repeated_and_fresh_ids_stay_the_same_within_a_case() {
        assertThat(variables.resolve("${times(3)}ab${end}")).isEqualTo("ababab");
        assertThat(variables.resolve("${uniqueId}"))
                .isEqualTo(variables.resolve("${uniqueId}"))
                .isNotEqualTo(variables.resolve("${uniqueId2}"));
    }

    @Test
    void faults_that_show_the_inside_of_the_service_are_found() {
        assertThatThrownBy(() -> Leaks.check(reply("java.lang.NullPointerException: x")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Leaks.check(reply("at org.x.Y.z(Y.java:12)"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Leaks.check(reply("SELECT id FROM account"))).isInstanceOf(AssertionError.class);
        assertThatCode(() -> Leaks.check(
                        reply("<a xmlns='http://www.w3.org/2003/05/soap-envelope'>The ERP has no such account.</a>")))
                .doesNotThrowAnyException();
    }

    private void xml(String actual) {
        XmlComparison.check(EXPECTED, Xml.parse(actual), variables, reply(actual));
    }

    private void json(String actual) {
        JsonComparison.check(Json.parse("{\"at\":\"${dateTime}\",\"net\":\"12.50\"}"), reply(actual), variables);
    }

    private static Reply reply(String body) {
        return new Reply(200, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }
}
