package org.throughline.endpoint.pricing.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toMaxAge;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.endpoint.common.v1.FromQuery;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.pricing.PricingService;
import org.throughline.shared.Erp;
import org.throughline.tax.TaxService;
import org.throughline.wire.common.v1.ServiceInfoType;
import org.throughline.wire.pricing.v1.ExplanationQueryType;
import org.throughline.wire.pricing.v1.ExplanationType;
import org.throughline.wire.pricing.v1.PriceAnswerType;
import org.throughline.wire.pricing.v1.PriceListAnswerType;
import org.throughline.wire.pricing.v1.PriceQueryType;
import org.throughline.wire.pricing.v1.PriceSearchType;
import org.throughline.wire.pricing.v1.TaxAnswerType;
import org.throughline.wire.pricing.v1.TaxQueryType;

/** The pricing service over REST. */
@RestController
@RequestMapping("/api/v1/pricing")
class PricingRestResource {

    private final PricingService pricing;
    private final TaxService tax;
    private final Explanations explanations;
    private final ServiceInfos infos;
    private final String dataset;

    PricingRestResource(
            PricingService pricing, TaxService tax, Explanations explanations, ServiceInfos infos, Erp erp) {
        this.pricing = pricing;
        this.tax = tax;
        this.explanations = explanations;
        this.infos = infos;
        this.dataset = erp.dataset();
    }

    @GetMapping("/ping")
    ServiceInfoType ping() {
        return infos.of("pricing");
    }

    @PostMapping("/prices")
    PriceAnswerType calculatePrices(@RequestBody PriceQueryType query) {
        return explanations.keep(
                query,
                PricingMapper.toAnswer(
                        pricing.calculate(PricingMapper.toRequest(query, dataset), toMaxAge(query.getMaxAgeSeconds())),
                        dataset));
    }

    @PostMapping("/tax")
    TaxAnswerType calculateTax(@RequestBody TaxQueryType query) {
        return explanations.keep(
                query,
                TaxMapper.toAnswer(
                        tax.calculate(TaxMapper.toRequest(query), toMaxAge(query.getMaxAgeSeconds())), dataset));
    }

    @GetMapping("/price-list")
    PriceListAnswerType findPrices(@FromQuery PriceSearchType search) {
        return PricingMapper.toListAnswer(pricing.find(
                PricingMapper.toSearch(search, dataset),
                toPageRequest(search.getPaging()),
                toMaxAge(search.getMaxAgeSeconds())));
    }

    @GetMapping("/answers/{id}")
    ExplanationType explainAnswer(@FromQuery(path = "id=answerId") ExplanationQueryType query) {
        return explanations.explain(query);
    }
}
