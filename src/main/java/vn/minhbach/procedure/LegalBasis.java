package vn.minhbach.procedure;

/**
 * A document on which a procedure rests (căn cứ pháp lý).
 *
 * @param number number and symbol (số ký hiệu), for instance "123/2015/NĐ-CP"; empty where unknown
 * @param title the abstract (trích yếu)
 * @param issuedOn the date of issue as dd/MM/yyyy; empty where unknown
 * @param issuer the issuing body; empty where unknown
 */
public record LegalBasis(String number, String title, String issuedOn, String issuer) {}
