package org.throughline.endpoint.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.endpoint.contract.Contract;
import org.throughline.endpoint.contract.RequestSchemas;
import org.throughline.endpoint.fault.SoapVersion;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

class EnvelopeCheckTest {

    private static final RequestSchemas SCHEMAS = new RequestSchemas(new Contract());
    private static final String STOCK = "urn:throughline:stock:v1";
    private static final String GOOD_LINE = "<s:line><s:item>A</s:item><s:quantity>1</s:quantity></s:line>";

    @ParameterizedTest
    @EnumSource
    void a_request_that_fits_passes_whatever_its_header(SoapVersion version) throws XMLStreamException {
        String header = "<e:Header><x:h xmlns:x='urn:x' a='1'>text<x:i/></x:h></e:Header>";

        assertThat(check(version, header + body(availability(GOOD_LINE)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void violations_are_collected_with_their_paths(SoapVersion version) throws XMLStreamException {
        List<Violation> found = check(
                version,
                body(availability(GOOD_LINE + "<s:line><s:item>A</s:item><s:quantity>secret</s:quantity></s:line>"
                        + "<s:line a='1'><s:item>A</s:item></s:line>")));

        assertThat(found).extracting(Violation::path).containsExactly("line[1].quantity", "line[2]");
        assertThat(found).extracting(Violation::message).noneMatch(message -> message.contains("secret"));
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_element_is_named_and_what_follows_is_checked_too(SoapVersion version) throws XMLStreamException {
        List<Violation> found = check(
                version,
                body(availability("<s:line><s:quantity>x</s:quantity></s:line>" + GOOD_LINE
                        + "<s:maxAgeSeconds>-1</s:maxAgeSeconds>")));

        assertThat(found)
                .extracting(Violation::path)
                .containsExactly("line[0].item", "line[0].quantity", "maxAgeSeconds");
    }

    @ParameterizedTest
    @EnumSource
    void at_most_twenty_violations_are_told(SoapVersion version) throws XMLStreamException {
        assertThat(check(version, body(availability("<s:line/>".repeat(500))))).hasSize(20);
    }

    @ParameterizedTest
    @EnumSource
    void elements_of_other_namespaces_may_stand_in_an_extension(SoapVersion version) throws XMLStreamException {
        String content = GOOD_LINE + "<s:extension><x:a xmlns:x='urn:x'><x:b/></x:a></s:extension>";

        assertThat(check(version, body(availability(content)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void envelopes_of_another_shape_are_refused(SoapVersion version) {
        String good = availability(GOOD_LINE);
        for (String content : new String[] {
            "",
            body(""),
            body(good) + body(good),
            body(good + good),
            "<x/>",
            body("<s:nothing xmlns:s='" + STOCK + "'/>")
        }) {
            assertThatThrownBy(() -> check(version, content)).as(content).isInstanceOf(ServiceFault.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_envelope_of_the_other_version_is_a_mismatch(SoapVersion version) {
        SoapVersion other = version == SoapVersion.SOAP_11 ? SoapVersion.SOAP_12 : SoapVersion.SOAP_11;

        assertThatThrownBy(() -> check(version, other, body(availability(GOOD_LINE))))
                .isInstanceOfSatisfying(
                        SoapFault.class,
                        fault -> assertThat(fault.getFaultCode().getLocalPart()).isEqualTo("VersionMismatch"));
    }

    private static List<Violation> check(SoapVersion version, String content) throws XMLStreamException {
        return check(version, version, content);
    }

    private static List<Violation> check(SoapVersion expected, SoapVersion sent, String content)
            throws XMLStreamException {
        Violations violations = new Violations();
        String envelope = "<e:Envelope xmlns:e='" + sent.namespace() + "'>" + content + "</e:Envelope>";
        XMLStreamReader2 reader =
                (XMLStreamReader2) XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(envelope));
        reader.validateAgainst(new EnvelopeCheck(SCHEMAS, expected, STOCK, violations));
        while (reader.hasNext()) {
            reader.next();
        }
        return violations.found();
    }

    private static String body(String content) {
        return "<e:Body>" + content + "</e:Body>";
    }

    private static String availability(String content) {
        return "<s:checkAvailability xmlns:s='" + STOCK + "'><s:request>" + content
                + "</s:request></s:checkAvailability>";
    }
}
