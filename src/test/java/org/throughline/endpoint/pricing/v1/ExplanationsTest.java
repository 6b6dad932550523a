package org.throughline.endpoint.pricing.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.throughline.endpoint.common.v1.WireJson;
import org.throughline.order.InMemoryOffers;
import org.throughline.pricing.Answers;
import org.throughline.pricing.KeptAnswer;
import org.throughline.shared.AnswerId;
import org.throughline.shared.Capabilities;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.wire.pricing.v1.AnswerKindType;
import org.throughline.wire.pricing.v1.ExplainedRuleType;
import org.throughline.wire.pricing.v1.ExplanationQueryType;
import org.throughline.wire.pricing.v1.ExplanationType;
import org.throughline.wire.pricing.v1.PriceAnswerType;
import org.throughline.wire.pricing.v1.PriceQueryType;

/** What is kept of an answer, and what is made of it later. */
class ExplanationsTest {

    private static final Instant NOW = Instant.parse("2026-11-15T10:00:00Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** As an earlier version of the program wrote it; this text must stay readable for ever. */
    private static final String KEPT = """
            {"priceQuery":{"customer":{"account":{"id":"C0001"}},"line":[{"item":"A","quantity":"2"},{"item":"B","quantity":"1"}]},
            "priceAnswer":{"currency":"GBP","date":"2026-11-15","pricesIncludeTax":false,"indicative":false,"line":[
            {"item":"A","description":"A","quantity":"2","unit":"EA","pricedQuantity":"2","pricedUnit":"EA","priceBaseQuantity":"1",
            "listPrice":"10.00","unitPrice":"9.000000","discountPercent":"10","net":"18.00",
            "treatment":{"category":"S","ratePercent":"20","rule":"GB-S"},"tax":"3.60","gross":"21.60",
            "rule":[{"kind":"ACCOUNT_PRICE_LIST","id":"LIST","text":"List price","effect":"10.00","unitPrice":"10.00"},
            {"kind":"AGREEMENT_DISCOUNT","id":"AG-1","text":"10 % off","effect":"-1.00","unitPrice":"9.00"}]},
            {"item":"B","description":"B","quantity":"1","unit":"EA","pricedQuantity":"1","pricedUnit":"EA","priceBaseQuantity":"1",
            "listPrice":"5.00","unitPrice":"5.00","discountPercent":"0","net":"5.00",
            "treatment":{"category":"S","ratePercent":"20","rule":"GB-S"},"tax":"1.00","gross":"6.00",
            "rule":[{"kind":"ACCOUNT_PRICE_LIST","id":"LIST","text":"List price","effect":"5.00","unitPrice":"5.00"}]}],
            "elementOfAnotherVersion":[1]}}""";

    private final Map<AnswerId, KeptAnswer> kept = new HashMap<>();
    private final Explanations explanations =
            new Explanations(new InMemory(), new InMemoryOffers(), new TestErp(), CLOCK);

    @Test
    void anAnswerIsExplainedAsItWasGivenWithItsIdAndItsRules() {
        ExplanationType source = WireJson.read(KEPT.getBytes(UTF_8), ExplanationType.class);
        PriceQueryType query = source.getPriceQuery();
        PriceAnswerType answer = explanations.keep(query, source.getPriceAnswer());
        String given = json(answer);
        answer.setCurrency("EUR");

        ExplanationType explanation = explain(answer.getAnswerId());

        assertThat(json(explanation.getPriceAnswer())).isEqualTo(given);
        assertThat(json(explanation.getPriceQuery())).isEqualTo(json(query));
        assertThat(explanation.getKind()).isEqualTo(AnswerKindType.PRICE);
        assertThat(explanation.getGivenAt()).isEqualTo(NOW);
        assertThat(explanation.getRule())
                .extracting(ExplainedRuleType::getId, ExplainedRuleType::getText, rule -> rule.getLine()
                        .toString())
                .containsExactly(
                        tuple("LIST", "List price", "[0, 1]"),
                        tuple("AG-1", "10 % off", "[0]"),
                        tuple("GB-S", "Tax category S, 20 %", "[0, 1]"));
    }

    @Test
    void whatIsNotKeptIsNotFound() {
        assertThatThrownBy(() -> explain("nothing"))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.ANSWER_NOT_FOUND));
    }

    private ExplanationType explain(String id) {
        ExplanationQueryType query = new ExplanationQueryType();
        query.setAnswerId(id);
        return explanations.explain(query);
    }

    private static String json(Object wire) {
        return new String(WireJson.write(wire), UTF_8);
    }

    private final class InMemory implements Answers {

        @Override
        public Optional<AnswerId> keep(Kind kind, int weight, Supplier<byte[]> message) {
            AnswerId id = new AnswerId("A" + kept.size());
            kept.put(id, new KeptAnswer(kind, NOW, message.get()));
            return Optional.of(id);
        }

        @Override
        public Optional<KeptAnswer> find(AnswerId id) {
            return Optional.ofNullable(kept.get(id));
        }
    }

    private static final class TestErp implements Erp {

        @Override
        public String product() {
            return "test";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public String dataset() {
            return "main";
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.all();
        }
    }
}
