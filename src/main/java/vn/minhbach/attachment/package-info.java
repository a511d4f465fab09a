/**
 * Files that belong to published content, most of all pictures.
 *
 * <p>{@link vn.minhbach.attachment.AttachmentService} takes a file in; {@link vn.minhbach.attachment.DownloadServlet} hands it
 * out under {@code /tep/<id>/<name>}. The bytes lie in {@link vn.minhbach.attachment.FileStore}, the rows in the database.
 */
@NullMarked
package vn.minhbach.attachment;

import org.jspecify.annotations.NullMarked;
