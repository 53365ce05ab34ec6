# The posts at which Jekyll stops, each tried alone: JSON, path -> what Jekyll says.
require "jekyll"
require "json"

Jekyll.logger.log_level = :error
$stderr.reopen(File::NULL)
config = Jekyll.configuration("source" => Dir.pwd, "destination" => "#{Dir.pwd}/_alone", "quiet" => true)
refused = {}
paths = Dir.glob("**/_posts/**/*").select { |path| File.file?(path) }.sort
paths.each do |path|
  site = Jekyll::Site.new(config)
  begin
    post = Jekyll::Document.new(File.join(Dir.pwd, path), :site => site, :collection => site.posts)
    post.read
    [post.date, post.url, post.destination("/tmp"), post.published?]
    site.posts.docs << post
    site.generate
    [site.tags, site.categories]
    payload = site.site_payload
    [post, *site.pages].each { |page| Jekyll::Renderer.new(site, page, payload).run } # the feed, too
    post.write(config["destination"])
  rescue StandardError, LoadError, SystemCallError => error
    refused[path] = "#{error.class}: #{error.message}"
  end
end
FileUtils.rm_rf(config["destination"])
puts JSON.generate(refused)
