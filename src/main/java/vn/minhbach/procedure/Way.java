package vn.minhbach.procedure;

/**
 * One way to carry out a procedure (cách thức thực hiện): a row of the national database's table. Time limit and fee hang
 * on the channel, not on the procedure, so a procedure may be cheaper or quicker online.
 *
 * @param time the time limit as the decision words it, for instance "10 ngày làm việc"; empty where none is given
 * @param fee the fee or charge as worded, for instance "Miễn phí" or "Lệ phí: 25.000 đồng"; empty where none is given
 * @param note remarks on time, fee or place; may be long
 */
public record Way(Channel channel, String time, String fee, String note) {}
