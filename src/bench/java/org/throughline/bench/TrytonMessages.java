package org.throughline.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The requests about the customers and items that the seed of the tests puts into Tryton. */
final class TrytonMessages {

    /** Without a limit of credit, for which Tryton would lock its tables. */
    private static final String ACCOUNT = "C00003";

    private static final List<Integer> ITEMS = List.of(1, 2, 3, 4, 5);
    private static final List<Integer> QUANTITIES = List.of(10, 3, 50, 1, 12);
    private static final int STOCK_ITEMS = 20;

    private TrytonMessages() {}

    /** What an operation asks for, for people. */
    static String text(String name) {
        return switch (name) {
            case "price" -> "calculatePrices, 5 lines";
            case "stock" -> "checkAvailability, " + STOCK_ITEMS + " items";
            case "history" -> "findPurchases, 20 purchases";
            default -> "createOrder, 5 lines";
        };
    }

    static String calculatePrices() {
        return Messages.calculatePrices(ACCOUNT, lines(), "");
    }

    static String checkAvailability() {
        String lines = IntStream.rangeClosed(1, STOCK_ITEMS)
                .mapToObj(item -> line(item, 5))
                .collect(Collectors.joining());
        return Messages.call("stock", "checkAvailability", lines);
    }

    static String findPurchases() {
        return Messages.call(
                "history", "findPurchases", Messages.customer(ACCOUNT) + "<t:paging><c:size>20</c:size></t:paging>");
    }

    static String createOrder() {
        return Messages.call(
                "order",
                "createOrder",
                "<t:requestId>" + Exchange.UNIQUE + "</t:requestId><t:order>" + Messages.customer(ACCOUNT) + lines()
                        + "</t:order>");
    }

    private static String lines() {
        return IntStream.range(0, ITEMS.size())
                .mapToObj(i -> line(ITEMS.get(i), QUANTITIES.get(i)))
                .collect(Collectors.joining());
    }

    private static String line(int item, int quantity) {
        return "<t:line><t:item>SKU-%04d</t:item><t:quantity>%d</t:quantity></t:line>".formatted(item, quantity);
    }
}
