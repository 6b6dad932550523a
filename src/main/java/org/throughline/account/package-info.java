/**
 * Trading accounts of the ERP, the CRM companies linked to them, their credit, and the overview of a company. Plain Java;
 * the ERP and our own tables are behind the ports {@link org.throughline.account.Accounts},
 * {@link org.throughline.account.Credits}, {@link org.throughline.account.ExchangeRates},
 * {@link org.throughline.account.Activities}, {@link org.throughline.account.Links} and
 * {@link org.throughline.account.AccountRequests}.
 */
package org.throughline.account;
