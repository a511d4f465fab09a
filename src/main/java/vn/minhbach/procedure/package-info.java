/**
 * Administrative procedures (thủ tục hành chính, TTHC): the records, how they come in, and how citizens see them.
 *
 * <p>A procedure is announced by a decision and comes in whole, as a {@link vn.minhbach.procedure.ProcedureRecord}. The head
 * is kept in columns, the parts in the order of the law as one {@link vn.minhbach.procedure.ProcedureContent} document.
 * {@link vn.minhbach.tools.ImportCommand} reads files; the classes named {@code Crawled…} take texts of the national portal
 * apart into the tables that they once were, and leave a text whole where that cannot be done faithfully.
 *
 * <p>Views: {@code /danh-muc-thu-tuc}, {@code /thu-tuc/<code>}; API: {@code /api/v1/procedures}.
 */
@NullMarked
package vn.minhbach.procedure;

import org.jspecify.annotations.NullMarked;
