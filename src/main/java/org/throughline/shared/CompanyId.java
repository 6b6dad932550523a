package org.throughline.shared;

/**
 * A customer as a CRM knows it.
 *
 * @param crmSystem which CRM; never blank
 * @param value the company's id there; opaque, never blank
 */
public record CompanyId(String crmSystem, String value) {

    public CompanyId {
        Texts.requireText(crmSystem, "crmSystem");
        Texts.requireText(value, "value");
    }

    @Override
    public String toString() {
        return crmSystem + "/" + value;
    }
}
