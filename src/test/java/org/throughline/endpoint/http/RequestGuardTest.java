package org.throughline.endpoint.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestGuardTest {

    private static final String SOAP_11 = "/soap/stock/v1/soap11";
    private static final String SOAP_12 = "/soap/stock/v1/soap12";

    private final RequestGuard guard = new RequestGuard(
            path -> new BodyLimits(path.startsWith("/backoffice/") ? 20 : 10, Duration.ofSeconds(5)),
            new SoapAddresses("/soap", () -> Set.of("/stock/v1/soap11", "/stock/v1/soap12")));

    @Test
    void a_body_within_the_limits_passes() throws Exception {
        assertThat(post(SOAP_11, "text/xml; charset=UTF-8", "0123456789").getStatus())
                .isEqualTo(200);
        assertThat(post("/api/v1/x", "application/json", "{}").getStatus()).isEqualTo(200);
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        assertThat(post(SOAP_11, "text/xml", "01234567890").getStatus()).isEqualTo(413);
    }

    @Test
    void the_limit_depends_on_the_path() throws Exception {
        assertThat(post("/backoffice/x", "application/json", "01234567890").getStatus())
                .isEqualTo(200);
        assertThat(post("/api/v1/x", "application/json", "01234567890").getStatus())
                .isEqualTo(413);
    }

    @Test
    void a_body_that_grows_too_large_is_refused() throws Exception {
        MockHttpServletRequest request = request("POST", SOAP_12, "application/soap+xml", "01234567890");
        request.addHeader("Transfer-Encoding", "chunked");
        BoundedRequest bounded = new BoundedRequest(request, new BodyLimits(10, Duration.ofSeconds(5)));

        assertThatThrownBy(() -> bounded.getInputStream().readAllBytes()).hasMessageContaining("MESSAGE_TOO_LARGE");
    }

    @Test
    void content_types_and_encodings_that_are_not_on_the_list_are_refused() throws Exception {
        for (String type : new String[] {
            null, "text/plain", "application/json", "text/xml;charset=utf-16", "/", "text/xml;charset=nonsense"
        }) {
            MockHttpServletResponse response = post(SOAP_11, type, "x");
            assertThat(response.getStatus()).as(type).isEqualTo(415);
            assertThat(response.getContentAsString()).contains("UNSUPPORTED_MEDIA_TYPE", ":Fault>");
        }
        assertThat(post(SOAP_12, "text/xml", "x").getContentType()).startsWith("application/soap+xml");
        assertThat(post("/api/v1/x", "text/xml", "x").getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void compressed_bodies_are_refused() throws Exception {
        MockHttpServletRequest request = request("POST", SOAP_11, "text/xml", "x");
        request.addHeader("Content-Encoding", "gzip");

        assertThat(answer(request).getStatus()).isEqualTo(415);
    }

    @Test
    void only_post_and_the_reading_of_the_contract_are_taken_by_soap() throws Exception {
        assertThat(answer(request("PUT", SOAP_11, "text/xml", "x")).getHeader("Allow"))
                .isEqualTo("POST");
        assertThat(get("").getStatus()).isEqualTo(405);
        assertThat(get("wsdl").getStatus()).isEqualTo(200);
        assertThat(get("xsd=a.xsd").getStatus()).isEqualTo(200);
        assertThat(get("wsdl&x=1").getStatus()).isEqualTo(405);
    }

    @Test
    void addresses_that_are_none_are_not_found() throws Exception {
        assertThat(post("/soap/stock/v2/soap11", "text/xml", "x").getStatus()).isEqualTo(404);
    }

    @Test
    void whatever_gets_past_everybody_else_becomes_a_fault() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        guard.doFilter(request("POST", SOAP_12, "application/soap+xml", "x"), response, (in, out) -> {
            throw new IllegalStateException("secret");
        });

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).contains("INTERNAL_ERROR").doesNotContain("secret");
    }

    private MockHttpServletResponse get(String query) throws Exception {
        MockHttpServletRequest request = request("GET", SOAP_11, null, "");
        request.setQueryString(query);
        return answer(request);
    }

    private MockHttpServletResponse post(String path, String contentType, String body) throws Exception {
        return answer(request("POST", path, contentType, body));
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        guard.doFilter(request, response, (in, out) -> in.getInputStream().readAllBytes());
        return response;
    }

    private static MockHttpServletRequest request(String method, String path, String contentType, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setContentType(contentType);
        request.setContent(body.getBytes(UTF_8));
        return request;
    }
}
