package org.throughline.endpoint.pricing.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toWire;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.endpoint.common.v1.WireJson;
import org.throughline.pricing.Answers;
import org.throughline.pricing.Answers.Kind;
import org.throughline.pricing.KeptAnswer;
import org.throughline.pricing.PriceAnswers;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedDocument;
import org.throughline.shared.Answer;
import org.throughline.shared.AnswerId;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Freshness;
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
class Explanations implements PriceAnswers {

    private final Answers answers;
    private final Erp erp;
    private final Clock clock;

    Explanations(Answers answers, Erp erp, Clock clock) {
        this.answers = answers;
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

    @Override
    public Optional<AnswerId> keepOffer(PriceRequest request, Answer<PricedDocument> answer) {
        int lines = answer.value().lines().size();
        return answers.keepNow(
                Kind.OFFER,
                lines,
                () -> message(PricingMapper.toQuery(request), PricingMapper.toAnswer(answer, erp.dataset())));
    }

    /** @throws ServiceFault ANSWER_NOT_FOUND at answerId */
    ExplanationType explain(ExplanationQueryType query) {
        erp.require(Operation.EXPLAIN_ANSWER);
        AnswerId id = new AnswerId(query.getAnswerId());
        KeptAnswer kept =
                answers.find(id).orElseThrow(() -> new ServiceFault(ErrorCode.ANSWER_NOT_FOUND.at("answerId")));
        ExplanationType explanation = WireJson.read(kept.message(), ExplanationType.class);
        explanation.setAnswerId(id.value());
        explanation.setKind(AnswerKindType.valueOf(kept.kind().name()));
        explanation.setGivenAt(kept.givenAt());
        explanation.getRule().addAll(ExplainedRules.of(explanation));
        explanation.setFreshness(toWire(Freshness.live(clock.instant()), erp.dataset()));
        return withId(explanation);
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
