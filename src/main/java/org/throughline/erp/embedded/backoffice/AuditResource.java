package org.throughline.erp.embedded.backoffice;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.erp.embedded.AuditEntry;
import org.throughline.erp.embedded.AuditTrail;

/** The audit trail of a document. */
@BackOfficeResource
@RequestMapping("/backoffice/audit")
class AuditResource {

    private final AuditTrail trail;

    AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping
    List<AuditView> of(@RequestParam String document) {
        return trail.of(document).stream().map(AuditView::of).toList();
    }

    private record AuditView(
            String at, String actor, String action, String kind, String document, String why, String detail) {

        private static AuditView of(AuditEntry entry) {
            return new AuditView(
                    entry.at().toString(),
                    entry.actor(),
                    entry.action(),
                    entry.kind(),
                    entry.document(),
                    entry.why(),
                    entry.detail());
        }
    }
}
