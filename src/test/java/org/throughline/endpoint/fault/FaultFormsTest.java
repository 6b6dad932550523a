package org.throughline.endpoint.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.wire.common.v1.FaultDetailType;

class FaultFormsTest {

    @Test
    void a_detail_carries_everything_that_the_fault_knows() {
        ServiceFault fault = new ServiceFault(List.of(
                ErrorCode.INSUFFICIENT_STOCK
                        .at("line[0].quantity")
                        .withRemedy(Remedy.atMost("Order less.", BigDecimal.TEN)),
                ErrorCode.UNIT_NOT_FOUND.at("line[1].unit").withRemedy(Remedy.oneOf(null, List.of("EA", "BOX")))));

        FaultDetailType detail = FaultDetails.of(fault, "c-1");

        assertThat(detail.getCode()).isEqualTo("INSUFFICIENT_STOCK");
        assertThat(detail.getCorrelationId()).isEqualTo("c-1");
        assertThat(detail.getViolation()).hasSize(2);
        assertThat(detail.getViolation().get(0).getLimit()).isEqualByComparingTo("10");
        assertThat(detail.getViolation().get(1).getAllowedValue()).containsExactly("EA", "BOX");
    }

    @Test
    void texts_are_cut_and_made_fit_for_xml() {
        assertThat(FaultDetails.text("x".repeat(2_000))).hasSize(500);
        assertThat(FaultDetails.text("a\u0001b\u0000c")).isEqualTo("a b c");
        assertThat(FaultDetails.text(null)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void every_code_has_a_status_of_its_kind(ErrorCode code) {
        assertThat(HttpStatuses.ofProblem(code)).isBetween(400, 599);
        assertThat(HttpStatuses.ofProblem(code) < 500).isEqualTo(HttpStatuses.isSender(code));
    }

    @Test
    void soap_faults_come_with_500_unless_http_itself_is_to_blame() {
        assertThat(HttpStatuses.ofSoapFault(ErrorCode.ITEM_NOT_FOUND)).isEqualTo(500);
        assertThat(HttpStatuses.ofSoapFault(ErrorCode.ERP_UNAVAILABLE)).isEqualTo(500);
        assertThat(HttpStatuses.ofSoapFault(ErrorCode.MESSAGE_TOO_LARGE)).isEqualTo(413);
    }

    @ParameterizedTest
    @EnumSource
    void an_envelope_is_written_in_the_version_of_the_caller(SoapVersion version) {
        String envelope = new String(
                SoapFaultWriter.envelope(new ServiceFault(ErrorCode.ITEM_NOT_FOUND.at("item")), version), UTF_8);

        assertThat(envelope)
                .contains(version.namespace(), "notFoundFault", "ITEM_NOT_FOUND", "<path>item</path>")
                .contains(version == SoapVersion.SOAP_11 ? "<faultcode>soap:Client" : "<soap:Value>soap:Sender");
    }

    @Test
    void a_problem_names_its_code() {
        Problem problem = Problem.of(new ServiceFault(ErrorCode.VERSION_CONFLICT.at("expectedVersion")));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.type()).isEqualTo("urn:throughline:fault:VERSION_CONFLICT");
        assertThat(problem.violation()).hasSize(1);
    }

    @Test
    void who_meets_an_erp_that_is_down_is_told_when_to_try_again_in_the_detail_and_in_http() {
        ServiceFault down = new ServiceFault(ErrorCode.ERP_UNAVAILABLE.at(""));

        assertThat(FaultDetails.of(down, "c-1").getRetryAfterSeconds()).isEqualTo(30);
        assertThat(Problem.of(down).headers()).containsExactly(entry("Retry-After", "30"));
        assertThat(Problem.of(down.retryingAfter(Duration.ofMillis(4_001))).headers())
                .containsExactly(entry("Retry-After", "5"));
        assertThat(Problem.of(down.retryingAfter(Duration.ZERO)).headers()).containsExactly(entry("Retry-After", "1"));
        assertThat(Problem.of(new ServiceFault(ErrorCode.SERVICE_BUSY.at(""))).retryAfterSeconds())
                .isEqualTo(2);
    }

    @Test
    void who_has_to_change_the_request_is_not_told_to_try_it_again() {
        Problem problem = Problem.of(new ServiceFault(ErrorCode.ITEM_NOT_FOUND.at("id")));

        assertThat(problem.retryAfterSeconds()).isNull();
        assertThat(problem.headers()).isEmpty();
    }
}
