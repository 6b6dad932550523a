package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughline.erp.cache.PriceCache;
import org.throughline.pricing.AgreementPolicy;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricedLine;
import org.throughline.pricing.Prices;
import org.throughline.pricing.PricingEngine;
import org.throughline.shared.MaxAge;
import org.throughline.tax.RoundingLevel;

/**
 * Our engine, fed with Tryton's price lists, items and taxes, comes to what Tryton itself says, but for the rounding of halves
 * and of taxed values. Every basket that differs is computed again with Tryton's rounding; only if it is equal then, the
 * difference counts as explained. The result is written to target/tryton/parity.md.
 */
@Tag("tryton")
class TrytonParityIT {

    private static final int BASKETS = Integer.getInteger("parity.baskets", 1_000);
    private static final int THREADS = 4;
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int[] QUANTITIES = {1, 2, 3, 4, 5, 7, 9, 10, 11, 13, 49, 50, 51, 99, 100, 101, 250, 1_333};
    private static final BigDecimal LAST_DECIMAL = new BigDecimal("0.0001");

    private static TrytonPricingWorld world;
    private static Prices engine;

    @BeforeAll
    static void start() {
        world = new TrytonPricingWorld();
        PriceCache cache = new PriceCache(Duration.ofHours(1), 10_000, world.clock);
        engine = new PricingEngine(
                cache.remembering(world.priceLists()),
                cache.remembering(world.taxRules()),
                new TrytonExchangeRates(world.tryton, world.clock),
                AgreementPolicy.FIRST,
                RoundingLevel.DOCUMENT,
                true);
    }

    /** How our answer relates to Tryton's. */
    private enum Outcome {
        EQUAL("equal to the cent, line by line"),
        ROUNDING("equal when halves are rounded to the even cent and tax is charged on exact values, as Tryton does"),
        CONVERSION("the same after Tryton's rounding of converted prices to four decimals, which we round to six"),
        UNEXPLAINED("not explained");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }
    }

    private record Compared(PriceRequest request, Outcome outcome, BigDecimal difference, String what) {}

    @Test
    void aThousandRandomBasketsCostTheSameOrDifferByTrytonsRounding() throws Exception {
        Random random = new Random(20261122);
        List<PriceRequest> baskets =
                IntStream.range(0, BASKETS).mapToObj(number -> basket(random)).toList();
        List<Compared> compared = compareAll(baskets);
        Map<Outcome, List<Compared>> byOutcome = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            byOutcome.put(
                    outcome,
                    compared.stream().filter(each -> each.outcome() == outcome).toList());
        }
        tell(byOutcome);
        assertThat(byOutcome.get(Outcome.UNEXPLAINED)).isEmpty();
        assertThat(byOutcome.get(Outcome.EQUAL)).isNotEmpty();
    }

    private static PriceRequest basket(Random random) {
        PriceLine[] lines = new PriceLine[1 + random.nextInt(8)];
        for (int i = 0; i < lines.length; i++) {
            String item = "SKU-%04d".formatted(1 + random.nextInt(TrytonSeed.ITEMS));
            int quantity = QUANTITIES[random.nextInt(QUANTITIES.length)];
            lines[i] = TrytonPricingWorld.line(item, Integer.toString(quantity));
        }
        String account = "C%05d".formatted(1 + random.nextInt(TrytonSeed.CUSTOMERS));
        return TrytonPricingWorld.basket(account, random.nextInt(10) == 0 ? EUR : GBP, lines);
    }

    private static List<Compared> compareAll(List<PriceRequest> baskets)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Compared>> tasks = baskets.stream()
                    .<Callable<Compared>>map(basket -> () -> compare(basket))
                    .toList();
            List<Compared> compared = new ArrayList<>();
            for (Future<Compared> each : threads.invokeAll(tasks)) {
                compared.add(each.get());
            }
            return compared;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Compared compare(PriceRequest basket) {
        PricedDocument tryton = world.prices().calculate(basket, MaxAge.LIVE).value();
        PricedDocument ours = engine.calculate(basket, MaxAge.ANY).value();
        BigDecimal difference =
                ours.totals().gross().subtract(tryton.totals().gross()).abs();
        return new Compared(basket, outcome(ours, tryton), difference, told(ours) + " / " + told(tryton));
    }

    private static Outcome outcome(PricedDocument ours, PricedDocument tryton) {
        if (amounts(ours).equals(amounts(tryton)) && prices(ours).equals(prices(tryton))) {
            return Outcome.EQUAL;
        }
        if (prices(ours).equals(prices(tryton))) {
            return roundedAsTryton(ours, prices(ours)).equals(amounts(tryton)) ? Outcome.ROUNDING : Outcome.UNEXPLAINED;
        }
        boolean close = IntStream.range(0, ours.lines().size())
                .allMatch(i -> prices(ours)
                                .get(i)
                                .subtract(prices(tryton).get(i))
                                .abs()
                                .compareTo(LAST_DECIMAL)
                        <= 0);
        boolean converted = ours.currency().equals(EUR) && close;
        return converted && roundedAsTryton(ours, prices(tryton)).equals(amounts(tryton))
                ? Outcome.CONVERSION
                : Outcome.UNEXPLAINED;
    }

    private static List<BigDecimal> prices(PricedDocument document) {
        return document.lines().stream()
                .map(line -> line.unitPrice().stripTrailingZeros())
                .toList();
    }

    /** Net of each line, then net, tax and gross of the whole. */
    private static List<BigDecimal> amounts(PricedDocument document) {
        List<BigDecimal> amounts = new ArrayList<>();
        document.lines().forEach(line -> amounts.add(line.net()));
        amounts.addAll(List.of(
                document.totals().net(),
                document.totals().tax(),
                document.totals().gross()));
        return amounts;
    }

    /** What our prices and rates come to with Tryton's rounding. */
    private static List<BigDecimal> roundedAsTryton(PricedDocument ours, List<BigDecimal> prices) {
        List<BigDecimal> amounts = new ArrayList<>();
        Map<BigDecimal, BigDecimal> taxes = new HashMap<>();
        BigDecimal net = BigDecimal.ZERO.setScale(2);
        for (int i = 0; i < prices.size(); i++) {
            PricedLine line = ours.lines().get(i);
            BigDecimal exact = line.quantity().value().multiply(prices.get(i));
            BigDecimal rounded = exact.setScale(2, RoundingMode.HALF_EVEN);
            taxes.merge(
                    line.taxRatePercent(), exact.multiply(line.taxRatePercent()).movePointLeft(2), BigDecimal::add);
            amounts.add(rounded);
            net = net.add(rounded);
        }
        BigDecimal tax = taxes.values().stream()
                .map(each -> each.setScale(2, RoundingMode.HALF_EVEN))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        amounts.addAll(List.of(net, tax, net.add(tax)));
        return amounts;
    }

    private static String told(PricedDocument document) {
        return document.currency() + " " + prices(document) + " " + amounts(document);
    }

    private static void tell(Map<Outcome, List<Compared>> byOutcome) throws IOException {
        StringBuilder text =
                new StringBuilder("| baskets | outcome | largest difference of the gross |\n| ---: | --- | ---: |\n");
        byOutcome.forEach((outcome, baskets) -> text.append("| %d | %s | %s |%n"
                .formatted(
                        baskets.size(),
                        outcome.text,
                        baskets.stream()
                                .map(Compared::difference)
                                .max(BigDecimal::compareTo)
                                .orElse(BigDecimal.ZERO))));
        byOutcome.get(Outcome.UNEXPLAINED).stream()
                .limit(20)
                .forEach(each -> text.append("%n%s%n%s%n".formatted(each.request(), each.what())));
        Files.writeString(Files.createDirectories(Path.of("target", "tryton")).resolve("parity.md"), text);
        System.out.println(text);
    }
}
