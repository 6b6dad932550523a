package org.throughline.endpoint.pricing.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toMaxAge;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageRequest;

import org.springframework.stereotype.Component;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.pricing.PricingService;
import org.throughline.shared.Erp;
import org.throughline.tax.TaxService;
import org.throughline.wire.common.v1.PingRequestType;
import org.throughline.wire.common.v1.ServiceInfoType;
import org.throughline.wire.pricing.v1.ExplanationQueryType;
import org.throughline.wire.pricing.v1.ExplanationType;
import org.throughline.wire.pricing.v1.PriceAnswerType;
import org.throughline.wire.pricing.v1.PriceListAnswerType;
import org.throughline.wire.pricing.v1.PriceQueryType;
import org.throughline.wire.pricing.v1.PriceSearchType;
import org.throughline.wire.pricing.v1.Pricing;
import org.throughline.wire.pricing.v1.TaxAnswerType;
import org.throughline.wire.pricing.v1.TaxQueryType;

/** The pricing service over SOAP. */
@Component
class PricingSoapEndpoint implements Pricing {

    private final PricingService pricing;
    private final TaxService tax;
    private final Explanations explanations;
    private final ServiceInfos infos;
    private final String dataset;

    PricingSoapEndpoint(
            PricingService pricing, TaxService tax, Explanations explanations, ServiceInfos infos, Erp erp) {
        this.pricing = pricing;
        this.tax = tax;
        this.explanations = explanations;
        this.infos = infos;
        this.dataset = erp.dataset();
    }

    @Override
    public ServiceInfoType ping(PingRequestType request) {
        return infos.of("pricing");
    }

    @Override
    public PriceAnswerType calculatePrices(PriceQueryType query) {
        return explanations.keep(
                query,
                PricingMapper.toAnswer(
                        pricing.calculate(PricingMapper.toRequest(query, dataset), toMaxAge(query.getMaxAgeSeconds())),
                        dataset));
    }

    @Override
    public TaxAnswerType calculateTax(TaxQueryType query) {
        return explanations.keep(
                query,
                TaxMapper.toAnswer(
                        tax.calculate(TaxMapper.toRequest(query), toMaxAge(query.getMaxAgeSeconds())), dataset));
    }

    @Override
    public PriceListAnswerType findPrices(PriceSearchType search) {
        return PricingMapper.toListAnswer(pricing.find(
                PricingMapper.toSearch(search, dataset),
                toPageRequest(search.getPaging()),
                toMaxAge(search.getMaxAgeSeconds())));
    }

    @Override
    public ExplanationType explainAnswer(ExplanationQueryType query) {
        return explanations.explain(query);
    }
}
