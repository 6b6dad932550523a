package org.throughline.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.account.Proposal.Basket;
import org.throughline.account.Proposal.Line;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/** How much of a basket a headroom allows, with prices that fall at breaks. */
class BasketCheckTest {

    private static final AccountId ACCOUNT = new AccountId("main", "A");
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final int MOST = 100_000;

    /** Price from a quantity on; decimals of quantities are 0. */
    private record Break(int from, String price) {}

    private final Map<String, List<Break>> breaks = Map.of(
            "PLAIN", List.of(new Break(0, "10")),
            "STEPS", List.of(new Break(0, "10"), new Break(100, "8"), new Break(1000, "1")),
            "FREE", List.of(new Break(0, "0")));

    @Test
    void aLineMayHaveWhatTheOthersLeave() {
        List<BasketVerdict.Line> lines = check("1000", line("PLAIN", 60), line("STEPS", 50));
        assertThat(lines.get(0).largest()).contains(new BigDecimal("50"));
        assertThat(lines.get(1).largest()).contains(new BigDecimal("40"));
    }

    @Test
    void togetherTheLinesAreReducedInProportion() {
        List<BasketVerdict.Line> lines = check("1000", line("PLAIN", 100), line("PLAIN", 100));
        assertThat(lines).extracting(BasketVerdict.Line::largestTogether).containsOnly(new BigDecimal("50"));
    }

    @Test
    void aBasketThatPassesMayGrow() {
        List<BasketVerdict.Line> lines = check("1000", line("PLAIN", 10));
        assertThat(lines.get(0).largest()).contains(new BigDecimal("100"));
        assertThat(lines.get(0).largestTogether()).isEqualTo("10");
    }

    @Test
    void beyondABreakMoreMayCostLess() {
        List<BasketVerdict.Line> lines = check("900", line("STEPS", 95));
        assertThat(lines.get(0).largest()).contains(new BigDecimal("112"));
        assertThat(check("1000", line("STEPS", 101)).get(0).largest()).contains(new BigDecimal("1000"));
    }

    @Test
    void nothingPassesWhenTheOtherLinesAreTooMuchAlready() {
        List<BasketVerdict.Line> lines = check("100", line("PLAIN", 60), line("PLAIN", 1));
        assertThat(lines.get(1).largest()).contains(new BigDecimal("0"));
        assertThat(lines.get(0).largest()).contains(new BigDecimal("9"));
    }

    @Test
    void withoutALimitAndForWhatIsFreeAnyQuantityPasses() {
        assertThat(check(null, line("PLAIN", 60)).get(0).largest()).isEmpty();
        assertThat(check("0.01", line("FREE", 1)).get(0).largest()).contains(new BigDecimal(MOST));
    }

    @Test
    void whatIsFoundPassesAndIsTheLargestOfAll() {
        Random random = new Random(4711);
        for (int i = 0; i < 300; i++) {
            int headroom = 1 + random.nextInt(3000);
            Line[] basket = {line("STEPS", 1 + random.nextInt(1500)), line("PLAIN", 1 + random.nextInt(100))};
            for (int index = 0; index < basket.length; index++) {
                int expected = 0;
                for (int quantity = 1; quantity <= 3001; quantity++) {
                    Line[] candidate = basket.clone();
                    candidate[index] = basket[index].with(BigDecimal.valueOf(quantity));
                    expected = gross(List.of(candidate)).compareTo(BigDecimal.valueOf(headroom)) <= 0
                            ? quantity
                            : expected;
                }
                assertThat(check(String.valueOf(headroom), basket)
                                .get(index)
                                .largest()
                                .orElseThrow())
                        .as("line %d of %s with %d", index, List.of(basket), headroom)
                        .isEqualByComparingTo(String.valueOf(expected));
            }
        }
    }

    private List<BasketVerdict.Line> check(String headroom, Line... lines) {
        BasketPrices prices = new Prices();
        Basket basket = new Basket(Optional.empty(), List.of(lines));
        CreditStatus status = CreditStatus.ofSums(
                ACCOUNT,
                GBP,
                LocalDate.EPOCH,
                Optional.ofNullable(headroom).map(BigDecimal::new),
                false,
                new AgedBalances(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        BasketPrices.PricedBasket priced = prices.price(ACCOUNT, basket, MaxAge.ANY);
        return new BasketCheck(prices, status, basket, priced, status.check(priced.gross()))
                .verdict()
                .lines();
    }

    private BigDecimal gross(List<Line> lines) {
        return lines.stream()
                .map(line -> new BigDecimal(now(line).price()).multiply(line.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Break now(Line line) {
        return breaks.get(line.item().value()).stream()
                .filter(each -> each.from() <= line.quantity().intValueExact())
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static Line line(String item, int quantity) {
        return new Line(new ItemId(item), BigDecimal.valueOf(quantity), null);
    }

    private final class Prices implements BasketPrices {

        @Override
        public PricedBasket price(AccountId account, Basket basket, MaxAge maxAge) {
            if (basket.lines().stream().anyMatch(line -> line.quantity().intValueExact() > MOST)) {
                throw new ServiceFault(ErrorCode.INVALID_QUANTITY.at("line[0].quantity"));
            }
            List<PricedLine> lines = basket.lines().stream()
                    .map(line -> new PricedLine("EA", after(line)))
                    .toList();
            Money gross = new Money(gross(basket.lines()), GBP);
            return new PricedBasket(Money.zero(GBP), gross, lines);
        }

        @Override
        public List<Integer> decimals(Basket basket, MaxAge maxAge) {
            return Stream.generate(() -> 0).limit(basket.lines().size()).toList();
        }

        private Optional<BigDecimal> after(Line line) {
            return breaks.get(line.item().value()).stream()
                    .map(each -> BigDecimal.valueOf(each.from()))
                    .filter(from -> from.compareTo(line.quantity()) > 0)
                    .findFirst();
        }
    }
}
