package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.app.RunningService;

/** Customers, their credit, items and stock of a Tryton, through the service as callers see it. */
@Tag("tryton")
class TrytonCustomersIT {

    private static final String JSON = "application/json";

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = TrytonService.start(TrytonServer.shared(), folder);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void aRequestThatIsRepeatedCreatesOneCustomerAndItsLink() throws Exception {
        String company = UUID.randomUUID().toString();
        String request = """
                {"requestId": "%1$s", "name": "Customer %1$s", "currency": "GBP",
                 "address": [{"kind": "BILLING", "address": {"line1": "1 Quay", "city": "Hull", "country": "GB"}}],
                 "contact": [{"name": "Ada", "email": "ada@example.com"}],
                 "link": {"company": {"crmSystem": "crm", "companyId": "%1$s"}, "role": "CUSTOMER", "primary": true}}
                """.formatted(company);
        String first = post("/api/v1/accounts", request, 201);
        String again = post("/api/v1/accounts", request, 201);
        String id = JsonPath.read(first, "$.account.ref.id");
        assertThat(id).startsWith("TL-");
        assertThat(JsonPath.<String>read(again, "$.account.ref.id")).isEqualTo(id);
        assertThat(JsonPath.<List<String>>read(get("/api/v1/accounts?name=" + company), "$.account[*].ref.id"))
                .containsExactly(id);
        String overview = get("/api/v1/companies/crm/" + company + "/overview");
        assertThat(JsonPath.<List<String>>read(overview, "$.linkedAccount[*].account.ref.id"))
                .containsExactly(id);
        assertThat(JsonPath.<Boolean>read(overview, "$.openOrders.more")).isFalse();
        assertThat(overview).doesNotContain("shipmentsUnderWay", "openReturns", "contracts");
    }

    @Test
    void whatTrytonHasNoPlaceForIsRefusedByItsPath() throws Exception {
        String refused = post("/api/v1/accounts", """
                {"requestId": "%s", "name": "Refused", "currency": "EUR", "priceGroup": "GOLD",
                 "address": [{"kind": "BILLING", "address": {"city": "Bonn", "country": "DE"}}],
                 "contact": [{"name": "Ada"}]}
                """.formatted(UUID.randomUUID()), 400);
        assertThat(JsonPath.<List<String>>read(refused, "$.violation[*].path"))
                .containsExactlyInAnyOrder("currency", "priceGroup", "address[0].address.country", "contact[0]");
        assertThat(JsonPath.<List<String>>read(refused, "$.violation[?(@.path == 'currency')].allowedValue[*]"))
                .containsExactly("GBP");
    }

    /** Ten of SKU-0001 cost 61.00 and, with tax, 73.20: what passes is told by the amount without tax. */
    @Test
    void aBasketIsCheckedAgainstTheCreditLimitWithoutItsTax() throws Exception {
        String status = post("/api/v1/account/credit", """
                {"customer": {"account": {"id": "C00002"}},
                 "basket": {"line": [{"item": "SKU-0001", "quantity": "10"}]}}
                """, 200);
        assertThat(JsonPath.<Boolean>read(status, "$.credit[0].ordersWithoutTax"))
                .isTrue();
        assertThat(JsonPath.<String>read(status, "$.credit[0].limit")).isEqualTo("1000.00");
        assertThat(JsonPath.<Boolean>read(status, "$.credit[0].check.passes")).isTrue();
        assertThat(JsonPath.<String>read(status, "$.credit[0].check.neededAmount"))
                .isEqualTo("61.00");
    }

    @Test
    void whatLacksNowIsPromisedForTheDayOfThePurchaseOrder() throws Exception {
        String available = post("/api/v1/stock/availability", """
                {"line": [{"item": "SKU-0007", "quantity": "100", "warehouse": "LON", "partialAllowed": true},
                          {"item": "SKU-0008", "quantity": "10"}]}
                """, 200);
        assertThat(JsonPath.<List<String>>read(available, "$.line[0].schedule[*].quantity"))
                .containsExactly("5", "95");
        assertThat(JsonPath.<List<String>>read(available, "$.line[0].schedule[*].date"))
                .containsExactly(
                        LocalDate.now().toString(), LocalDate.now().plusDays(14).toString());
        assertThat(JsonPath.<Boolean>read(available, "$.line[1].complete")).isTrue();
    }

    private static String get(String path) throws Exception {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String post(String path, String body, int status) throws Exception {
        HttpResponse<String> answer = service.post(path, JSON, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}
