package vn.minhbach.procedure;

/**
 * One paper of a file (giấy tờ trong thành phần hồ sơ).
 *
 * @param name what the paper is; real names run to 600 characters
 * @param formName the name of the form to fill in (mẫu đơn, tờ khai); empty if the paper has none
 * @param formUrl where the form can be had; empty if unknown
 * @param originals how many originals (bản chính) are to be handed in
 * @param copies how many copies (bản sao) are to be handed in
 */
public record Paper(String name, String formName, String formUrl, int originals, int copies) {}
