package org.throughline.endpoint.pricing.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toWire;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.throughline.endpoint.common.v1.WireJson;
import org.throughline.order.Offer;
import org.throughline.order.Offers;
import org.throughline.order.OrderRequest;
import org.throughline.pricing.Answers;
import org.throughline.pricing.Answers.Kind;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.KeptAnswer;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedDocument;
import org.throughline.shared.Answer;
import org.throughline.shared.AnswerId;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Freshness;
import org.throughline.shared.OfferId;
import org.throughline.shared.Operation;
import org.throughline.shared.ServiceFault;
import org.throughline.wire.pricing.v1.AnswerKindType;
import org.throughline.wire.pricing.v1.ExplanationQueryType;
import org.throughline.wire.pricing.v1.ExplanationType;
import org.throughline.wire.pricing.v1.PriceAnswerType;
import org.throughline.wire.pricing.v1.PriceQueryType;
import org.throughline.wire.pricing.v1.TaxAnswerType;
import org.throughline.wire.pricing.v1.TaxQueryType;

/**
 * Keeps answers in the form of this version of the contract, and explains them. That form is frozen with the version, so
 * that later versions of the program can read what was kept.
 */
@Component
class Explanations {

    private final Answers answers;
    private final Offers offers;
    private final Erp erp;
    private final Clock clock;

    Explanations(Answers answers, Offers offers, Erp erp, Clock clock) {
        this.answers = answers;
        this.offers = offers;
        this.erp = erp;
        this.clock = clock;
    }

    PriceAnswerType keep(PriceQueryType query, PriceAnswerType answer) {
        answers.keep(Kind.PRICE, answer.getLine().size(), () -> message(query, answer))
                .ifPresent(id -> answer.setAnswerId(id.value()));
        return answer;
    }

    TaxAnswerType keep(TaxQueryType query, TaxAnswerType answer) {
        answers.keep(Kind.TAX, answer.getLine().size(), () -> message(query, answer))
                .ifPresent(id -> answer.setAnswerId(id.value()));
        return answer;
    }

    /**
     * An offer keeps the prices that it was made of, and is explained by its reference.
     *
     * @throws ServiceFault ANSWER_NOT_FOUND at answerId
     */
    ExplanationType explain(ExplanationQueryType query) {
        erp.require(Operation.EXPLAIN_ANSWER);
        ExplanationType explanation = answers.find(new AnswerId(query.getAnswerId()))
                .map(Explanations::explanation)
                .or(() -> offers.find(new OfferId(erp.dataset(), query.getAnswerId()))
                        .map(this::explanation))
                .orElseThrow(() -> new ServiceFault(ErrorCode.ANSWER_NOT_FOUND.at("answerId")));
        explanation.setAnswerId(query.getAnswerId());
        explanation.getRule().addAll(ExplainedRules.of(explanation));
        explanation.setFreshness(toWire(Freshness.live(clock.instant()), erp.dataset()));
        return withId(explanation);
    }

    private static ExplanationType explanation(KeptAnswer kept) {
        ExplanationType explanation = WireJson.read(kept.message(), ExplanationType.class);
        explanation.setKind(AnswerKindType.valueOf(kept.kind().name()));
        explanation.setGivenAt(kept.givenAt());
        return explanation;
    }

    private ExplanationType explanation(Offer offer) {
        PricedDocument priced = offer.terms().priced();
        ExplanationType explanation = new ExplanationType();
        explanation.setKind(AnswerKindType.OFFER);
        explanation.setGivenAt(offer.createdAt());
        explanation.setPriceQuery(PricingMapper.toQuery(asked(offer.terms().wish(), priced)));
        explanation.setPriceAnswer(PricingMapper.toAnswer(Answer.live(priced, offer.createdAt()), erp.dataset()));
        return explanation;
    }

    private static PriceRequest asked(OrderRequest wish, PricedDocument priced) {
        return new PriceRequest(
                new Buyer.Customer(wish.customer()),
                priced.date(),
                wish.currency(),
                wish.shipTo(),
                wish.lines().stream()
                        .map(line -> new PriceLine(null, line.item(), line.quantity(), line.unit()))
                        .toList());
    }

    private static ExplanationType withId(ExplanationType explanation) {
        if (explanation.getPriceAnswer() != null) {
            explanation.getPriceAnswer().setAnswerId(explanation.getAnswerId());
        }
        if (explanation.getTaxAnswer() != null) {
            explanation.getTaxAnswer().setAnswerId(explanation.getAnswerId());
        }
        return explanation;
    }

    private static byte[] message(PriceQueryType query, PriceAnswerType answer) {
        ExplanationType message = new ExplanationType();
        message.setPriceQuery(query);
        message.setPriceAnswer(answer);
        return WireJson.write(message);
    }

    private static byte[] message(TaxQueryType query, TaxAnswerType answer) {
        ExplanationType message = new ExplanationType();
        message.setTaxQuery(query);
        message.setTaxAnswer(answer);
        return WireJson.write(message);
    }
}
