package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.ServiceProcess;
import org.throughline.wire.account.v1.Account;
import org.throughline.wire.account.v1.AccountSearchType;
import org.throughline.wire.common.v1.AccountRefType;
import org.throughline.wire.common.v1.CustomerRefType;
import org.throughline.wire.common.v1.PagingType;
import org.throughline.wire.history.v1.History;
import org.throughline.wire.history.v1.PurchaseLineListType;
import org.throughline.wire.history.v1.PurchaseLineSearchType;
import org.throughline.wire.history.v1.PurchaseListType;
import org.throughline.wire.history.v1.PurchaseSearchType;
import org.throughline.wire.history.v1.PurchasedItemType;
import org.throughline.wire.order.v1.LineInputType;
import org.throughline.wire.order.v1.Order;
import org.throughline.wire.order.v1.OrderInputType;
import org.throughline.wire.order.v1.PlacementAnswerType;
import org.throughline.wire.order.v1.PlacementRequestType;
import org.throughline.wire.pricing.v1.PriceAnswerType;
import org.throughline.wire.pricing.v1.PriceQueryLineType;
import org.throughline.wire.pricing.v1.PriceQueryType;
import org.throughline.wire.pricing.v1.Pricing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Northwind, imported by the command into a fresh database, and used over SOAP and over REST. */
class RealDataIT {

    private static final Path NORTHWIND = Path.of("../shared/data/northwind");
    private static final String CUSTOMER = "QUICK";
    private static final BigDecimal BOUGHT = new BigDecimal("110277.32");

    /** What was bought of an item. */
    private record Bought(String item, BigDecimal netValue) {}

    @TempDir
    private static Path folder;

    private static ServiceProcess service;
    private static final JsonMapper JSON = new JsonMapper();

    @BeforeAll
    static void importAndStart() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(NORTHWIND), "the folder ../shared/data/northwind with the real data is absent");
        killInTheMiddle();
        assertThat(importNorthwind().waitFor()).isZero();
        service = ServiceProcess.start(folder);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    /** Ends the first import as soon as it says that orders are written. */
    private static void killInTheMiddle() throws IOException, InterruptedException {
        Process process = importNorthwind();
        Path log = folder.resolve("import.log");
        while (process.isAlive() && !Files.readString(log).contains("orders: 200")) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
        assertThat(Files.readString(log)).contains("orders: 200");
    }

    private static Process importNorthwind() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        ServiceProcess.jar().toString(),
                        "import",
                        "northwind",
                        "--from=" + NORTHWIND,
                        "--throughline.data-directory=" + folder.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("import.log").toFile())
                .start();
    }

    @Test
    void overSoapQuickIsFoundItsHistoryAddsUpAndItsBestItemsAreOrderedAgain() throws Exception {
        AccountSearchType search = new AccountSearchType();
        search.setName("quick stop");
        assertThat(port(Account.class, "account").findAccounts(search).getAccount())
                .extracting(account -> account.getRef().getId())
                .containsExactly(CUSTOMER);

        List<Bought> bought = boughtBySoap();
        assertThat(sum(bought)).isEqualByComparingTo(BOUGHT);

        List<String> basket = tenBest(bought);
        PriceQueryType query = new PriceQueryType();
        query.setCustomer(quick());
        basket.forEach(item -> query.getLine().add(priceLine(item)));
        PriceAnswerType prices = port(Pricing.class, "pricing").calculatePrices(query);
        assertThat(prices.getCurrency()).isEqualTo("USD");
        assertThat(prices.getLine()).hasSize(10);
        assertThat(prices.getTotals().getTax()).isEqualByComparingTo("0");

        PlacementAnswerType placed = port(Order.class, "order").createOrder(placement("real-data-soap", basket));
        assertThat(placed.getOrder().getTotals().getGross())
                .isEqualByComparingTo(prices.getTotals().getGross());

        PurchaseLineSearchType latest = new PurchaseLineSearchType();
        latest.setCustomer(quick());
        PurchaseLineListType lines = port(History.class, "history").findPurchaseLines(latest);
        String order = placed.getOrder().getRef().getId();
        assertThat(lines.getLine())
                .filteredOn(line -> line.getOrder().getId().equals(order))
                .extracting(line -> line.getItem())
                .containsExactlyInAnyOrderElementsOf(basket);
    }

    @Test
    void overRestQuickIsFoundItsHistoryAddsUpAndItsBestItemsAreOrderedAgain() throws Exception {
        JsonNode found = get("/api/v1/accounts?name=quick%20stop");
        assertThat(found.at("/account/0/ref/id").asString()).isEqualTo(CUSTOMER);

        List<Bought> bought = boughtByRest();
        assertThat(sum(bought)).isEqualByComparingTo(BOUGHT);

        List<String> basket = tenBest(bought);
        JsonNode prices = post("/api/v1/pricing/prices", withLines(basket));
        assertThat(prices.get("line")).hasSize(10);

        ObjectNode placement = JSON.createObjectNode();
        placement.put("requestId", "real-data-rest");
        placement.set("order", withLines(basket));
        JsonNode placed = post("/api/v1/orders", placement);
        assertThat(placed.at("/order/totals/gross").asString())
                .isEqualTo(prices.at("/totals/gross").asString());

        String order = placed.at("/order/ref/id").asString();
        List<String> items = new ArrayList<>();
        for (JsonNode line : get("/api/v1/history/purchase-lines?customer.account.id=" + CUSTOMER)
                .get("line")) {
            if (line.at("/order/id").asString().equals(order)) {
                items.add(line.get("item").asString());
            }
        }
        assertThat(items).containsExactlyInAnyOrderElementsOf(basket);
    }

    // SOAP

    private static <T> T port(Class<T> portType, String capability) {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setServiceClass(portType);
        factory.setAddress(service.url() + "/soap/" + capability + "/v1/soap11");
        return portType.cast(factory.create());
    }

    private static CustomerRefType quick() {
        AccountRefType account = new AccountRefType();
        account.setId(CUSTOMER);
        CustomerRefType customer = new CustomerRefType();
        customer.setAccount(account);
        return customer;
    }

    /** Before anything new is ordered: what was bought until 1998, page by page. */
    private static List<Bought> boughtBySoap() throws Exception {
        List<Bought> bought = new ArrayList<>();
        String cursor = null;
        do {
            PurchaseSearchType search = new PurchaseSearchType();
            search.setCustomer(quick());
            search.setUntil(java.time.LocalDate.of(1999, 1, 1));
            search.setPaging(new PagingType());
            search.getPaging().setSize(20);
            search.getPaging().setCursor(cursor);
            PurchaseListType page = port(History.class, "history").findPurchases(search);
            for (PurchasedItemType item : page.getPurchase()) {
                bought.add(new Bought(item.getItem(), item.getNetValue()));
            }
            cursor = page.getPage().getNextCursor();
        } while (cursor != null);
        return bought;
    }

    private static PriceQueryLineType priceLine(String item) {
        PriceQueryLineType line = new PriceQueryLineType();
        line.setItem(item);
        line.setQuantity(BigDecimal.ONE);
        return line;
    }

    private static PlacementRequestType placement(String requestId, List<String> items) {
        OrderInputType order = new OrderInputType();
        order.setCustomer(quick());
        for (String item : items) {
            LineInputType line = new LineInputType();
            line.setItem(item);
            line.setQuantity(BigDecimal.ONE);
            order.getLine().add(line);
        }
        PlacementRequestType placement = new PlacementRequestType();
        placement.setRequestId(requestId);
        placement.setOrder(order);
        return placement;
    }

    // REST

    private static List<Bought> boughtByRest() throws Exception {
        List<Bought> bought = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/v1/history/purchases?customer.account.id=" + CUSTOMER
                    + "&until=1999-01-01&paging.size=20" + cursor);
            for (JsonNode item : page.get("purchase")) {
                bought.add(new Bought(
                        item.get("item").asString(),
                        new BigDecimal(item.get("netValue").asString())));
            }
            JsonNode next = page.at("/page/nextCursor");
            cursor = next.isMissingNode() ? null : "&paging.cursor=" + next.asString();
        } while (cursor != null);
        return bought;
    }

    private static ObjectNode withLines(List<String> items) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("customer").putObject("account").put("id", CUSTOMER);
        ArrayNode lines = body.putArray("line");
        items.forEach(item -> lines.addObject().put("item", item).put("quantity", "1"));
        return body;
    }

    private static JsonNode get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(service.url() + path)));
    }

    private static JsonNode post(String path, JsonNode body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return JSON.readTree(response.body());
    }

    // Both

    private static BigDecimal sum(List<Bought> bought) {
        return bought.stream().map(Bought::netValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> tenBest(List<Bought> bought) {
        return bought.stream()
                .sorted(Comparator.comparing(Bought::netValue).reversed())
                .limit(10)
                .map(Bought::item)
                .toList();
    }
}
