package org.throughline.endpoint.pricing.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toCurrency;
import static org.throughline.endpoint.common.v1.CommonMapper.toPostalAddress;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.shared.Answer;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.ExemptionCertificate;
import org.throughline.tax.RoundingLevel;
import org.throughline.tax.SupplyKind;
import org.throughline.tax.TaxClass;
import org.throughline.tax.TaxPart;
import org.throughline.tax.TaxParty;
import org.throughline.tax.TaxPlace;
import org.throughline.tax.TaxRequest;
import org.throughline.tax.TaxStatement;
import org.throughline.tax.TaxTreatment;
import org.throughline.tax.TaxableShare;
import org.throughline.tax.TaxedDocument;
import org.throughline.tax.TaxedLine;
import org.throughline.wire.common.v1.AddressType;
import org.throughline.wire.common.v1.TaxCategoryType;
import org.throughline.wire.pricing.v1.AdjustmentInputType;
import org.throughline.wire.pricing.v1.ExemptionInputType;
import org.throughline.wire.pricing.v1.JurisdictionLevelType;
import org.throughline.wire.pricing.v1.LineAdjustmentInputType;
import org.throughline.wire.pricing.v1.PartyInputType;
import org.throughline.wire.pricing.v1.RoundingLevelType;
import org.throughline.wire.pricing.v1.TaxAnswerLineType;
import org.throughline.wire.pricing.v1.TaxAnswerType;
import org.throughline.wire.pricing.v1.TaxClassInputType;
import org.throughline.wire.pricing.v1.TaxPartRecordType;
import org.throughline.wire.pricing.v1.TaxQueryLineType;
import org.throughline.wire.pricing.v1.TaxQueryType;
import org.throughline.wire.pricing.v1.TreatmentInputType;
import org.throughline.wire.pricing.v1.TreatmentRecordType;

/** Between the types of urn:throughline:pricing:v1 and the tax capability. */
final class TaxMapper {

    private TaxMapper() {}

    static TaxRequest toRequest(TaxQueryType query) {
        return new TaxRequest(
                toParty(query.getSeller()),
                toParty(query.getBuyer()),
                toPlace(query.getShipFrom()),
                toPlace(query.getShipTo()),
                query.getDate(),
                toCurrency(query.getCurrency(), "currency"),
                Boolean.TRUE.equals(query.isPricesIncludeTax()),
                query.getRoundingLevel() == null
                        ? null
                        : RoundingLevel.valueOf(query.getRoundingLevel().name()),
                query.getLine().stream().map(TaxMapper::toLine).toList(),
                query.getAllowance().stream().map(TaxMapper::toAdjustment).toList(),
                query.getCharge().stream().map(TaxMapper::toAdjustment).toList(),
                orElse(query.getPrepaid(), BigDecimal.ZERO),
                orElse(query.getRounding(), BigDecimal.ZERO));
    }

    static TaxAnswerType toAnswer(Answer<TaxStatement> answer, String dataset) {
        TaxStatement statement = answer.value();
        TaxedDocument document = statement.document();
        TaxAnswerType wire = new TaxAnswerType();
        wire.setCurrency(document.totals().currency().getCurrencyCode());
        wire.setDate(statement.date());
        wire.setPricesIncludeTax(statement.request().pricesIncludeTax());
        wire.setRoundingLevel(
                RoundingLevelType.valueOf(statement.request().roundingLevel().name()));
        document.lines().forEach(line -> wire.getLine().add(toRecord(line)));
        document.taxes().forEach(tax -> wire.getTaxSubtotal().add(toWire(tax)));
        wire.setTotals(toWire(document.totals()));
        wire.setPrepaid(document.prepaid());
        wire.setRounding(document.rounding());
        wire.setPayable(document.payable());
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    private static TaxParty toParty(PartyInputType party) {
        return party == null
                ? null
                : new TaxParty(
                        new TaxPlace(party.getCountry(), party.getRegion(), party.getPostalCode()),
                        party.getTaxId(),
                        toExemption(party));
    }

    private static ExemptionCertificate toExemption(PartyInputType party) {
        ExemptionInputType given = party.getExemption();
        if (given == null) {
            return Boolean.TRUE.equals(party.isExempt()) ? ExemptionCertificate.UNNAMED : null;
        }
        return new ExemptionCertificate(
                given.getCertificate(),
                given.getValidFrom(),
                given.getValidTo(),
                given.getRegion(),
                given.getReasonCode(),
                given.getReason());
    }

    private static TaxPlace toPlace(AddressType address) {
        return address == null ? null : TaxPlace.of(toPostalAddress(address));
    }

    private static TaxRequest.Line toLine(TaxQueryLineType line) {
        return new TaxRequest.Line(
                line.getId(),
                line.getQuantity(),
                line.getUnitPrice(),
                orElse(line.getPriceBaseQuantity(), BigDecimal.ONE),
                toAmounts(line.getAllowance()),
                toAmounts(line.getCharge()),
                toBasis(line.getTreatment(), line.getTaxClass()));
    }

    private static List<BigDecimal> toAmounts(List<LineAdjustmentInputType> adjustments) {
        return adjustments.stream().map(LineAdjustmentInputType::getAmount).toList();
    }

    private static TaxRequest.Adjustment toAdjustment(AdjustmentInputType adjustment) {
        return new TaxRequest.Adjustment(
                adjustment.getAmount(), toBasis(adjustment.getTreatment(), adjustment.getTaxClass()));
    }

    private static TaxRequest.Basis toBasis(TreatmentInputType treatment, TaxClassInputType taxClass) {
        return treatment == null
                ? new TaxRequest.Basis.ByClass(new TaxClass(taxClass.getCode(), toKind(taxClass)))
                : new TaxRequest.Basis.Stated(toTreatment(treatment));
    }

    private static SupplyKind toKind(TaxClassInputType taxClass) {
        if (!Boolean.TRUE.equals(taxClass.isService())) {
            return SupplyKind.GOODS;
        }
        if (taxClass.getServiceKind() == null) {
            return SupplyKind.SERVICE;
        }
        return switch (taxClass.getServiceKind()) {
            case GENERAL -> SupplyKind.SERVICE;
            case ELECTRONIC -> SupplyKind.ELECTRONIC_SERVICE;
            case ON_SITE -> SupplyKind.ON_SITE_SERVICE;
        };
    }

    static TreatmentRecordType toRecord(TaxTreatment treatment) {
        TreatmentRecordType wire = new TreatmentRecordType();
        wire.setCategory(TaxCategoryType.valueOf(treatment.category().name()));
        wire.setRatePercent(toWireQuantity(treatment.ratePercent()));
        wire.setReasonCode(treatment.reasonCode());
        wire.setReason(treatment.reason());
        wire.setRule(treatment.ruleId());
        wire.setLegalReference(treatment.legalReference());
        treatment.parts().forEach(part -> wire.getPart().add(toRecord(part)));
        return wire;
    }

    private static TaxPartRecordType toRecord(TaxPart part) {
        TaxPartRecordType wire = new TaxPartRecordType();
        wire.setJurisdiction(part.levy().jurisdiction());
        wire.setLevel(JurisdictionLevelType.valueOf(part.levy().level().name()));
        wire.setTaxName(part.levy().name());
        wire.setCategory(TaxCategoryType.valueOf(part.category().name()));
        wire.setRatePercent(toWireQuantity(part.ratePercent()));
        wire.setCompound(part.levy().compound());
        setShare(wire, part.levy().share());
        wire.setReasonCode(part.reasonCode());
        wire.setReason(part.reason());
        wire.setRule(part.ruleId());
        wire.setLegalReference(part.legalReference());
        return wire;
    }

    private static void setShare(TaxPartRecordType wire, TaxableShare share) {
        if (share.from().signum() > 0) {
            wire.setTaxableFrom(toWireQuantity(share.from()));
            wire.setExcessOnly(share.excessOnly());
        }
        wire.setTaxableUpTo(share.upTo() == null ? null : toWireQuantity(share.upTo()));
    }

    private static TaxTreatment toTreatment(TreatmentInputType treatment) {
        return new TaxTreatment(
                TaxCategory.valueOf(treatment.getCategory().name()),
                orElse(treatment.getRatePercent(), BigDecimal.ZERO),
                treatment.getReasonCode(),
                treatment.getReason(),
                null);
    }

    private static TaxAnswerLineType toRecord(TaxedLine line) {
        TaxAnswerLineType wire = new TaxAnswerLineType();
        wire.setId(line.id());
        wire.setNet(line.net());
        wire.setTreatment(toRecord(line.treatment()));
        wire.setTax(line.tax());
        wire.setGross(line.gross());
        return wire;
    }

    private static BigDecimal orElse(BigDecimal given, BigDecimal otherwise) {
        return given == null ? otherwise : given;
    }
}
