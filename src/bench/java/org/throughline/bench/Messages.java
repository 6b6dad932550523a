package org.throughline.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The requests, about the accounts and items of the demo data. */
final class Messages {

    private static final String ACCOUNT = "C0010";
    private static final List<String> BASKET = List.of("FA001", "HT002", "EL003", "LI004", "SA005");
    private static final List<Integer> QUANTITIES = List.of(250, 4, 30, 12, 2);
    private static final List<String> GROUPS = List.of("FA", "HT", "PT", "SA", "EL", "LI", "HE", "MA", "ST", "FA");

    private static final String CUSTOMER = customer(ACCOUNT);

    private Messages() {}

    static String calculatePrices() {
        return call("pricing", "calculatePrices", CUSTOMER + lines());
    }

    /** @param more elements after the lines */
    static String calculatePrices(String account, String lines, String more) {
        return call("pricing", "calculatePrices", customer(account) + lines + more);
    }

    static String calculatePricesJson() {
        String lines = IntStream.range(0, BASKET.size())
                .mapToObj(i -> "{\"item\":\"" + BASKET.get(i) + "\",\"quantity\":\"" + QUANTITIES.get(i) + "\"}")
                .collect(Collectors.joining(","));
        return "{\"customer\":{\"account\":{\"id\":\"" + ACCOUNT + "\"}},\"line\":[" + lines + "]}";
    }

    static String getCreditStatus() {
        return call("account", "getCreditStatus", CUSTOMER + "<t:proposedAmount>1000.00</t:proposedAmount>");
    }

    static String checkAvailability() {
        String lines = IntStream.range(0, 20)
                .mapToObj(i -> String.format(
                        "<t:line><t:item>%s%03d</t:item><t:quantity>5</t:quantity></t:line>",
                        GROUPS.get(i % 10), 10 + i))
                .collect(Collectors.joining());
        return call("stock", "checkAvailability", lines);
    }

    static String findInvoices() {
        return call("history", "findInvoices", CUSTOMER + "<t:paging><c:size>50</c:size></t:paging>");
    }

    static String createOrder() {
        return call(
                "order",
                "createOrder",
                "<t:requestId>" + Exchange.UNIQUE + "</t:requestId><t:order>" + customer(Exchange.CUSTOMER) + lines()
                        + "</t:order>");
    }

    static String customer(String account) {
        return "<t:customer><c:account><c:id>" + account + "</c:id></c:account></t:customer>";
    }

    private static String lines() {
        return IntStream.range(0, BASKET.size())
                .mapToObj(i -> "<t:line><t:item>" + BASKET.get(i) + "</t:item><t:quantity>" + QUANTITIES.get(i)
                        + "</t:quantity></t:line>")
                .collect(Collectors.joining());
    }

    static String call(String capability, String operation, String request) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><t:" + operation
                + " xmlns:t=\"urn:throughline:" + capability + ":v1\" xmlns:c=\"urn:throughline:common:v1\"><t:request>"
                + request + "</t:request></t:" + operation + "></soap:Body></soap:Envelope>";
    }
}
