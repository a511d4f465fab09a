/**
 * Administrative procedures (thủ tục hành chính, TTHC): the records, how they come in, and how citizens see them.
 *
 * <p>A procedure is announced by a decision and comes in whole, as a {@link vn.minhbach.procedure.ProcedureRecord}. The head
 * is kept in columns, the parts in the order of the law as one {@link vn.minhbach.procedure.ProcedureContent} document.
 * {@link vn.minhbach.tools.ImportCommand} reads files; the classes named {@code Crawled…} take texts of the national portal
 * apart into the tables that they once were, and leave a text whole where that cannot be done faithfully.
 *
 * <p>What the public sees is the row of {@link vn.minhbach.procedure.Procedure}. Before the editorial board a procedure is an item of
 * {@code editorial}, whose versions are {@link vn.minhbach.procedure.ProcedureVersion}s; one that was imported becomes an item when
 * somebody first edits it ({@link vn.minhbach.procedure.ProcedureBoardService}). {@code ProcedureParts} writes a procedure part by part as
 * text and reads it back: for comparing, for previews of imports, for files. {@link vn.minhbach.procedure.ImportDesk} imports in the back
 * office, by the same reader and the same service as the command.
 *
 * <p>Screens: {@code /quan-tri/thu-tuc} and what lies below it. Views: {@code /danh-muc-thu-tuc}, {@code /thu-tuc/<code>}; API: {@code /api/v1/procedures}.
 */
@NullMarked
package vn.minhbach.procedure;

import org.jspecify.annotations.NullMarked;
