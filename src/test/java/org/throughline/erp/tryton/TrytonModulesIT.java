package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.app.RunningService;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Operation;

/** A Tryton that lacks a module: what is said to work works, and the rest is answered as not supported. */
@Tag("tryton")
class TrytonModulesIT {

    private static final String CUSTOMER = "\"customer\":{\"account\":{\"id\":\"C00001\"}}";
    private static final String LINES = "\"line\":[{\"item\":\"SKU-0001\",\"quantity\":\"3\"}]";
    private static final String OF_CUSTOMER = "?maxAgeSeconds=0&customer.account.id=C00001";

    /** The module and all that are built on it. */
    private static final String TAKE_AWAY = """
            with recursive gone(name) as (
              select '%s'::varchar
              union select m.name from gone g
                join ir_module_dependency d on d.name = g.name join ir_module m on m.id = d.module)
            update ir_module set state = 'not activated'
            where state = 'activated' and name in (select name from gone) returning name""";

    private static TrytonServer server;
    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = TrytonServer.separate();
        service = TrytonService.start(server, folder);
        String linked = "{\"company\":{\"crmSystem\":\"crm\",\"companyId\":\"linked\"},"
                + "\"account\":{\"id\":\"C00001\"},\"role\":\"CUSTOMER\"}";
        assertThat(service.post("/api/v1/links", "application/json", linked).statusCode())
                .isLessThan(300);
        assertThat(faultOf(Operation.CREATE_ORDER))
                .as("an order, so that there is something to be read")
                .isEmpty();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"web_shop", "sale_credit_limit", "sale_price_list", "sale_history", "purchase"})
    void whatIsSaidToWorkWithoutAModuleWorks(String module) throws Exception {
        List<String> gone = takeAway(module);
        try {
            SoftAssertions all = new SoftAssertions();
            for (Operation operation : requests().keySet()) {
                boolean supported = service.bean(TrytonErp.class).capabilities().supports(operation);
                all.assertThat(faultOf(operation))
                        .as(operation + " without " + gone)
                        .isEqualTo(supported ? "" : ErrorCode.NOT_SUPPORTED_BY_ERP.name());
            }
            all.assertAll();
        } finally {
            giveBack(gone);
        }
    }

    /** One request for each operation that asks or changes something in Tryton; none is refused by a complete Tryton. */
    private static Map<Operation, String[]> requests() {
        Map<Operation, String[]> requests = new EnumMap<>(Operation.class);
        requests.put(Operation.FIND_ACCOUNTS, get("/accounts?maxAgeSeconds=0&name=customer"));
        requests.put(Operation.GET_ACCOUNT, get("/accounts/C00001?maxAgeSeconds=0"));
        requests.put(
                Operation.LINK_ACCOUNT,
                post(
                        "/links",
                        "{\"company\":{\"crmSystem\":\"crm\",\"companyId\":\"" + UUID.randomUUID()
                                + "\"},\"account\":{\"id\":\"C00001\"},\"role\":\"CUSTOMER\"}"));
        requests.put(Operation.GET_COMPANY_OVERVIEW, get("/companies/crm/linked/overview?maxAgeSeconds=0"));
        requests.put(Operation.GET_CREDIT_STATUS, get("/accounts/C00001/credit?maxAgeSeconds=0"));
        requests.put(Operation.GET_ITEM, get("/items/SKU-0001?maxAgeSeconds=0"));
        requests.put(Operation.FIND_ITEMS, get("/items?maxAgeSeconds=0"));
        requests.put(Operation.CHECK_AVAILABILITY, post("/stock/availability", "{" + LINES + "}"));
        requests.put(Operation.CALCULATE_PRICES, post("/pricing/prices", "{" + CUSTOMER + "," + LINES + "}"));
        requests.put(Operation.FIND_PRICES, get("/pricing/price-list" + OF_CUSTOMER));
        requests.put(Operation.FIND_PURCHASES, get("/history/purchases" + OF_CUSTOMER));
        requests.put(Operation.FIND_PURCHASE_LINES, get("/history/purchase-lines" + OF_CUSTOMER));
        requests.put(Operation.FIND_INVOICES, get("/history/invoices" + OF_CUSTOMER));
        requests.put(Operation.GET_AGING, get("/history/aging" + OF_CUSTOMER));
        requests.put(Operation.FIND_SHIPMENTS, get("/history/shipments" + OF_CUSTOMER));
        requests.put(Operation.FIND_ORDERS, get("/orders" + OF_CUSTOMER));
        requests.put(
                Operation.SIMULATE_ORDER, post("/orders/simulation", "{\"order\":{" + CUSTOMER + "," + LINES + "}}"));
        requests.put(
                Operation.CREATE_ORDER,
                post(
                        "/orders",
                        "{\"requestId\":\"" + UUID.randomUUID() + "\",\"order\":{" + CUSTOMER + "," + LINES + "}}"));
        return requests;
    }

    private static String[] get(String path) {
        return new String[] {"/api/v1" + path};
    }

    private static String[] post(String path, String body) {
        return new String[] {"/api/v1" + path, body};
    }

    /** The code of the fault; empty when the request was served. */
    private static String faultOf(Operation operation) throws Exception {
        String[] request = requests().get(operation);
        HttpResponse<String> answer = request.length == 1
                ? service.get(request[0])
                : service.post(request[0], "application/json", request[1]);
        if (answer.statusCode() < 300) {
            return "";
        }
        Map<String, Object> fault = JsonPath.read(answer.body(), "$");
        return fault.getOrDefault("code", answer.statusCode()) + "";
    }

    private static List<String> takeAway(String module) throws SQLException {
        server.process().stop();
        List<String> gone = new ArrayList<>();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(TAKE_AWAY.formatted(module))) {
            while (names.next()) {
                gone.add(names.getString("name"));
            }
        }
        started();
        return gone;
    }

    private static void giveBack(List<String> modules) {
        server.process().stop();
        server.execute(
                "update ir_module set state = 'activated' where name in ('" + String.join("','", modules) + "')");
        started();
    }

    private static void started() {
        server.process().start();
        assertThat(service.bean(TrytonErp.class).connect()).isEqualTo(TrytonErp.Connection.CONNECTED);
    }
}
