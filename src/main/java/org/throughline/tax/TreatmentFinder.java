package org.throughline.tax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.Violations;

/** Makes a document whose treatments are known of one where some have to be found. */
final class TreatmentFinder {

    /** Stands in for a treatment that cannot be found; the violation keeps it from being used. */
    private static final TaxTreatment NONE = TaxTreatment.stated(TaxCategory.O, BigDecimal.ZERO);

    private final TaxDetermination determination;
    private final Violations violations;

    /** @param determination null when all treatments are stated */
    TreatmentFinder(TaxDetermination determination, Violations violations) {
        this.determination = determination;
        this.violations = violations;
    }

    TaxableDocument document(TaxRequest request) {
        return new TaxableDocument(
                request.currency(),
                request.pricesIncludeTax(),
                request.roundingLevel(),
                lines(request.lines()),
                adjustments("allowance", request.allowances()),
                adjustments("charge", request.charges()),
                request.prepaid(),
                request.rounding());
    }

    private List<TaxableLine> lines(List<TaxRequest.Line> asked) {
        List<TaxableLine> lines = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            TaxRequest.Line line = asked.get(i);
            lines.add(new TaxableLine(
                    line.id(),
                    line.quantity(),
                    line.unitPrice(),
                    line.priceBaseQuantity(),
                    line.allowances(),
                    line.charges(),
                    treatment(line.basis(), "line[" + i + "]")));
        }
        return lines;
    }

    private List<DocumentAdjustment> adjustments(String name, List<TaxRequest.Adjustment> asked) {
        List<DocumentAdjustment> adjustments = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            TaxTreatment treatment = treatment(asked.get(i).basis(), name + "[" + i + "]");
            adjustments.add(new DocumentAdjustment(asked.get(i).amount(), treatment));
        }
        return adjustments;
    }

    private TaxTreatment treatment(TaxRequest.Basis basis, String path) {
        if (basis instanceof TaxRequest.Basis.Stated stated) {
            return stated.treatment();
        }
        TaxClass taxClass = ((TaxRequest.Basis.ByClass) basis).taxClass();
        return determination.treatmentOf(taxClass).orElseGet(() -> {
            violations.add(determination.lackOf(taxClass, path + ".taxClass", "shipTo"));
            return NONE;
        });
    }
}
