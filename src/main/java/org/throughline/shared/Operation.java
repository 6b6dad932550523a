package org.throughline.shared;

/** The operations of the contract that an ERP may or may not be able to serve; {@link #wireName()} is their WSDL name. */
public enum Operation {
    FIND_ACCOUNTS("account", "findAccounts"),
    GET_ACCOUNT("account", "getAccount"),
    CREATE_ACCOUNT("account", "createAccount"),
    UPDATE_ACCOUNT("account", "updateAccount"),
    GET_CREDIT_STATUS("account", "getCreditStatus"),
    LINK_ACCOUNT("account", "linkAccount"),
    UNLINK_ACCOUNT("account", "unlinkAccount"),
    FIND_LINKS("account", "findLinks"),
    GET_COMPANY_OVERVIEW("account", "getCompanyOverview"),
    CALCULATE_PRICES("pricing", "calculatePrices"),
    CALCULATE_TAX("pricing", "calculateTax"),
    FIND_PRICES("pricing", "findPrices"),
    EXPLAIN_ANSWER("pricing", "explainAnswer"),
    CHECK_AVAILABILITY("stock", "checkAvailability"),
    GET_ITEM("stock", "getItem"),
    FIND_ITEMS("stock", "findItems"),
    FIND_PURCHASES("history", "findPurchases"),
    FIND_PURCHASE_LINES("history", "findPurchaseLines"),
    FIND_INVOICES("history", "findInvoices"),
    GET_AGING("history", "getAging"),
    GET_INVOICE("history", "getInvoice"),
    FIND_SHIPMENTS("history", "findShipments"),
    GET_PROOF_OF_DELIVERY("history", "getProofOfDelivery"),
    FIND_RETURNS("history", "findReturns"),
    FIND_CONTRACTS("history", "findContracts"),
    GET_CONTRACT("history", "getContract"),
    CHECK_ENTITLEMENT("history", "checkEntitlement"),
    SIMULATE_ORDER("order", "simulateOrder"),
    CREATE_ORDER("order", "createOrder"),
    GET_OUTCOME("order", "getOutcome"),
    GET_ORDER("order", "getOrder"),
    FIND_ORDERS("order", "findOrders"),
    AMEND_ORDER("order", "amendOrder"),
    CANCEL_ORDER("order", "cancelOrder"),
    CREATE_QUOTATION("order", "createQuotation"),
    GET_QUOTATION("order", "getQuotation"),
    FIND_QUOTATIONS("order", "findQuotations"),
    PROMOTE_QUOTATION("order", "promoteQuotation"),
    CREATE_OFFER("order", "createOffer"),
    GET_OFFER("order", "getOffer"),
    FIND_OFFERS("order", "findOffers"),
    CANCEL_OFFER("order", "cancelOffer");

    private final String capability;
    private final String wireName;

    Operation(String capability, String wireName) {
        this.capability = capability;
        this.wireName = wireName;
    }

    /** The service that has the operation: account, pricing, stock, history or order. */
    public String capability() {
        return capability;
    }

    public String wireName() {
        return wireName;
    }
}
