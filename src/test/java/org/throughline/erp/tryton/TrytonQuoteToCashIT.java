package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.app.RunningService;

/**
 * From the price to the payment: a CRM asks the service, people work in Tryton, and the CRM sees each of their steps. The figures
 * are those of the seed: ten of SKU-0001 at 6.10 and three of SKU-0002 at 9.2150, with 20 % VAT.
 */
@Tag("tryton")
class TrytonQuoteToCashIT {

    private static final String JSON = "application/json";
    private static final String BASKET = """
            "customer": {"account": {"id": "C00001"}},
            "line": [{"item": "SKU-0001", "quantity": "10"}, {"item": "SKU-0002", "quantity": "3"}]
            """;
    private static final String GROSS = "106.37";

    private static RunningService service;
    private static TrytonDesk desk;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = TrytonService.start(TrytonServer.shared(), folder);
        desk = new TrytonDesk(TrytonServer.shared().administrator());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void anOrderIsFollowedFromItsPriceToItsPayment() throws Exception {
        assertThat(text(post("/api/v1/pricing/prices", "{" + BASKET + "}", 200), "$.totals.gross"))
                .isEqualTo(GROSS);
        assertThat(text(post("/api/v1/orders/simulation", "{\"order\": {" + BASKET + "}}", 200), "$..totals.gross"))
                .isEqualTo(GROSS);

        String order = placed();
        long sale = Long.parseLong(text(order, "$.order.ref.id"));
        assertThat(text(order, "$.outcome")).isEqualTo("CONFIRMED");
        assertThat(text(order, "$.order.totals.gross")).isEqualTo(GROSS);
        assertThat(status(order)).containsExactly("APPROVED", "NONE", "NONE", "NONE");
        assertThat(steps(sale)).containsExactly("CREATED", "QUOTED", "CONFIRMED");

        TrytonRecord documents = desk.read(Sale.MODEL, sale, "shipments", "invoices");
        long shipment = documents.ids("shipments").get(0);
        long invoice = documents.ids("invoices").get(0);
        press("stock.shipment.out", shipment, "assign_try");
        assertThat(status(read(sale))).containsExactly("APPROVED", "FULL", "NONE", "NONE");

        press("stock.shipment.out", shipment, "pick", "pack", "done");
        assertThat(status(read(sale))).containsExactly("APPROVED", "FULL", "SHIPPED", "NONE");
        assertThat(textsOf(sale, "SHIPPED")).containsExactly(Long.toString(shipment));

        desk.post(invoice, LocalDate.now());
        assertThat(status(read(sale))).containsExactly("APPROVED", "FULL", "SHIPPED", "FULL");
        assertThat(textsOf(sale, "INVOICED")).containsExactly(Long.toString(invoice));

        TrytonRecord open = desk.read("account.invoice", invoice, "amount_to_pay", "currency");
        assertThat(open.decimal("amount_to_pay")).isEqualByComparingTo(GROSS);
        desk.pay(invoice, LocalDate.now(), open.decimal("amount_to_pay"), open.id("currency"));
        assertThat(steps(sale)).containsExactly("CREATED", "QUOTED", "CONFIRMED", "SHIPPED", "INVOICED", "PAID");
        assertThat(desk.read(Sale.MODEL, sale, "state").text("state")).isEqualTo("done");
        assertThat(cancelled(sale, 422)).contains("ORDER_NOT_CANCELLABLE");
    }

    @Test
    void anOrderThatNobodyHasBegunToDeliverIsCancelled() throws Exception {
        long sale = Long.parseLong(text(placed(), "$.order.ref.id"));

        String cancelled = cancelled(sale, 200);

        assertThat(status(cancelled).get(0)).isEqualTo("CANCELLED");
        TrytonRecord record = desk.read(Sale.MODEL, sale, "state", "shipments.state", "invoices.state");
        assertThat(record.text("state")).isEqualTo("done");
        assertThat(record.all("shipments"))
                .allSatisfy(each -> assertThat(each.text("state")).isEqualTo("cancelled"));
        assertThat(record.all("invoices"))
                .allSatisfy(each -> assertThat(each.text("state")).isEqualTo("cancelled"));
    }

    @Test
    void whatTrytonCannotDoWithAnOrderIsSaid() throws Exception {
        String body = "{\"requestId\": \"" + UUID.randomUUID() + "\", \"offer\": {" + BASKET + "}}";
        HttpResponse<String> offer = service.post("/api/v1/orders/offers", JSON, body.replace("offer", "order"));
        assertThat(offer.body()).contains("NOT_SUPPORTED_BY_ERP");
    }

    private static String placed() throws Exception {
        String body = "{\"requestId\": \"%s\", \"order\": {%s, \"expected\": {\"gross\": \"%s\"}}}"
                .formatted(UUID.randomUUID(), BASKET, GROSS);
        return post("/api/v1/orders", body, 201);
    }

    private static String cancelled(long sale, int status) throws Exception {
        String version = JsonPath.read(read(sale), "$.order.version").toString();
        return post(
                "/api/v1/orders/" + sale + "/cancellation",
                "{\"requestId\": \"%s\", \"expectedVersion\": %s}".formatted(UUID.randomUUID(), version),
                status);
    }

    private static void press(String model, long id, String... buttons) {
        for (String button : buttons) {
            desk.press(model, button, id);
        }
    }

    private static String read(long sale) throws Exception {
        return service.get("/api/v1/orders/" + sale).body();
    }

    private static String post(String path, String body, int status) throws Exception {
        HttpResponse<String> answer = service.post(path, JSON, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static List<String> status(String answer) {
        Map<String, String> axes = JsonPath.read(answer, "$.order.status");
        return List.of(axes.get("approval"), axes.get("allocation"), axes.get("delivery"), axes.get("invoicing"));
    }

    private static List<String> steps(long sale) throws Exception {
        return JsonPath.read(read(sale), "$.order.event[*].kind");
    }

    private static List<String> textsOf(long sale, String kind) throws Exception {
        return new ArrayList<>(
                JsonPath.<List<String>>read(read(sale), "$.order.event[?(@.kind == '" + kind + "')].text"));
    }

    private static String text(String answer, String path) {
        Object found = JsonPath.read(answer, path);
        return (found instanceof List<?> list ? list.get(0) : found).toString();
    }
}
