/**
 * Relaying news ("chuyển tiếp tin"): the department passes on what the province, a ministry or a sister department publishes. Editors name
 * sources, by the address of their feed; a job looks at each of them now and then ({@link vn.minhbach.relay.RelayPoll}). What is new becomes
 * a draft under the source's section, with "Theo …" and the address there; nothing becomes public by itself.
 *
 * <p>The same news comes from several sources, and under other addresses: it is known by its words ({@link vn.minhbach.relay.Sketch}). If the
 * source changes what was relayed, or takes it away, the board is told and the article is marked, since the department answers for what stands
 * on its own pages.
 *
 * <p>A feed is somebody else's text: it is fetched with care ({@code fetch}), read without anything that XML could ask for
 * ({@link vn.minhbach.relay.FeedReader}), and cleaned as all that people write.
 */
@NullMarked
package vn.minhbach.relay;

import org.jspecify.annotations.NullMarked;
