package org.throughline.endpoint.account.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toAccountId;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toPostalAddress;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.util.Optional;
import java.util.stream.Collectors;
import org.throughline.account.Account;
import org.throughline.account.AccountAddress;
import org.throughline.account.AccountChange;
import org.throughline.account.AccountDetails;
import org.throughline.account.AccountFilter;
import org.throughline.account.AddressKind;
import org.throughline.account.ClearableField;
import org.throughline.account.Contact;
import org.throughline.account.CreatedAccount;
import org.throughline.account.Hold;
import org.throughline.account.LabelledLink;
import org.throughline.account.PaymentTerms;
import org.throughline.account.TaxExemption;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.Page;
import org.throughline.wire.account.v1.AccountAddressType;
import org.throughline.wire.account.v1.AccountAnswerType;
import org.throughline.wire.account.v1.AccountContactType;
import org.throughline.wire.account.v1.AccountHoldType;
import org.throughline.wire.account.v1.AccountListType;
import org.throughline.wire.account.v1.AccountRecordType;
import org.throughline.wire.account.v1.AccountSearchType;
import org.throughline.wire.account.v1.AccountStatusType;
import org.throughline.wire.account.v1.AccountUpdateType;
import org.throughline.wire.account.v1.AddressKindType;
import org.throughline.wire.account.v1.CreatedAccountType;
import org.throughline.wire.account.v1.NewAccountType;
import org.throughline.wire.account.v1.TaxExemptionType;
import org.throughline.wire.account.v1.TermsType;
import org.throughline.wire.common.v1.AccountRefType;

/** Between the types of urn:throughline:account:v1 and accounts and links. */
final class AccountMapper {

    private AccountMapper() {}

    static AccountFilter toFilter(AccountSearchType search) {
        return new AccountFilter(
                search.getName(), search.getTaxId(), search.getEmail(), search.getPostcode(), search.getChangedSince());
    }

    static AccountDetails toDetails(NewAccountType wire, String dataset) {
        return new AccountDetails(
                wire.getName(),
                wire.getBranch(),
                wire.getCurrency(),
                wire.getTaxCountry(),
                wire.getTaxId(),
                toExemption(wire.getTaxExemption()),
                wire.getPaymentTerms(),
                wire.getPriceList(),
                wire.getPriceGroup(),
                toBillToId(wire.getBillTo(), dataset),
                wire.getAddress().stream().map(AccountMapper::toAddress).toList(),
                wire.getContact().stream().map(AccountMapper::toContact).toList());
    }

    static AccountChange toChange(AccountUpdateType wire, String dataset) {
        return new AccountChange(
                new AccountDetails(
                        wire.getName(),
                        null,
                        null,
                        wire.getTaxCountry(),
                        wire.getTaxId(),
                        toExemption(wire.getTaxExemption()),
                        wire.getPaymentTerms(),
                        wire.getPriceList(),
                        wire.getPriceGroup(),
                        toBillToId(wire.getBillTo(), dataset),
                        wire.getAddress().stream().map(AccountMapper::toAddress).toList(),
                        wire.getContact().stream().map(AccountMapper::toContact).toList()),
                wire.getClear().stream()
                        .map(field -> ClearableField.valueOf(field.name()))
                        .collect(Collectors.toSet()),
                wire.getRemoveAddressId(),
                wire.getRemoveContactId());
    }

    static AccountListType toAccountList(Answer<Page<Account>> answer, String dataset) {
        AccountListType wire = new AccountListType();
        answer.value().entries().stream().map(AccountMapper::toRecord).forEach(wire.getAccount()::add);
        wire.setPage(toPageInfo(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static AccountAnswerType toAccountAnswer(Answer<Account> answer, String dataset) {
        AccountAnswerType wire = new AccountAnswerType();
        wire.setAccount(toRecord(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static CreatedAccountType toCreatedAccount(Answer<CreatedAccount> answer, String dataset) {
        Account account = answer.value().account();
        CreatedAccountType wire = new CreatedAccountType();
        wire.setAccount(toRecord(account));
        answer.value()
                .link()
                .ifPresent(link -> wire.setLink(LinkMapper.toRecord(new LabelledLink(link, Optional.of(account)))));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static AccountRecordType toRecord(Account account) {
        AccountRecordType wire = new AccountRecordType();
        wire.setRef(toWire(account.id()));
        wire.setName(account.name());
        wire.setStatus(AccountStatusType.valueOf(account.status().name()));
        account.holds().stream().map(AccountMapper::toRecord).forEach(wire.getHold()::add);
        wire.setBranch(account.branch());
        wire.setCurrency(account.currency().getCurrencyCode());
        wire.setPaymentTerms(toRecord(account.terms()));
        wire.setPriceList(account.priceList());
        wire.setPriceGroup(account.priceGroup());
        wire.setTaxCountry(account.tax().country());
        wire.setTaxId(account.tax().taxId());
        wire.setTaxExemption(toRecord(account.tax().exemption()));
        wire.setBillTo(toWireOrNull(account.billTo()));
        account.addresses().stream().map(AccountMapper::toRecord).forEach(wire.getAddress()::add);
        account.contacts().stream().map(AccountMapper::toRecord).forEach(wire.getContact()::add);
        wire.setVersion(account.version());
        wire.setChangedAt(account.changedAt());
        return wire;
    }

    private static AccountHoldType toRecord(Hold hold) {
        AccountHoldType wire = new AccountHoldType();
        wire.setCode(hold.code());
        wire.setReason(hold.reason());
        wire.setSince(hold.since());
        return wire;
    }

    private static TermsType toRecord(PaymentTerms terms) {
        if (terms == null) {
            return null;
        }
        TermsType wire = new TermsType();
        wire.setCode(terms.code());
        wire.setDescription(terms.description());
        wire.setNetDays(terms.netDays());
        wire.setDiscountDays(terms.discountDays());
        wire.setDiscountPercent(terms.discountPercent() == null ? null : toWireQuantity(terms.discountPercent()));
        return wire;
    }

    private static TaxExemptionType toRecord(TaxExemption exemption) {
        if (exemption == null) {
            return null;
        }
        TaxExemptionType wire = new TaxExemptionType();
        wire.setCertificate(exemption.certificate());
        wire.setValidFrom(exemption.from());
        wire.setValidTo(exemption.to());
        wire.setRegion(exemption.region());
        wire.setReasonCode(exemption.reasonCode());
        wire.setReason(exemption.reason());
        return wire;
    }

    private static AccountAddressType toRecord(AccountAddress address) {
        AccountAddressType wire = new AccountAddressType();
        wire.setId(address.id());
        wire.setKind(AddressKindType.valueOf(address.kind().name()));
        wire.setPreferred(address.isDefault());
        wire.setAddress(toWire(address.address()));
        return wire;
    }

    private static AccountContactType toRecord(Contact contact) {
        AccountContactType wire = new AccountContactType();
        wire.setId(contact.id());
        wire.setName(contact.name());
        wire.setJob(contact.job());
        wire.setEmail(contact.email());
        wire.setPhone(contact.phone());
        return wire;
    }

    static AccountRefType toWireOrNull(AccountId account) {
        return account == null ? null : toWire(account);
    }

    private static AccountAddress toAddress(AccountAddressType wire) {
        return new AccountAddress(
                wire.getId(),
                AddressKind.valueOf(wire.getKind().name()),
                Boolean.TRUE.equals(wire.isPreferred()),
                toPostalAddress(wire.getAddress()));
    }

    private static Contact toContact(AccountContactType wire) {
        return new Contact(wire.getId(), wire.getName(), wire.getJob(), wire.getEmail(), wire.getPhone());
    }

    private static TaxExemption toExemption(TaxExemptionType wire) {
        return wire == null
                ? null
                : new TaxExemption(
                        wire.getCertificate(),
                        wire.getValidFrom(),
                        wire.getValidTo(),
                        wire.getRegion(),
                        wire.getReasonCode(),
                        wire.getReason());
    }

    private static String toBillToId(AccountRefType wire, String dataset) {
        return wire == null ? null : toAccountId(wire, dataset, "billTo").value();
    }
}
